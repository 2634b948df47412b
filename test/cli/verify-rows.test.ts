import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rowsOf, type Means } from '../../cli/verify/rows';
import { strangerProbe } from '../../lib/verify/probe';
import type { Expected, Question } from '../../lib/verify/question';
import { isProved, reportOf, type Row } from '../../lib/verify/row';

const course = { signal: new AbortController().signal, tell: () => undefined };

function question(expected: Expected, more: Partial<Question> = {}): Question {
  const ask = { scheme: 'http', host: 'web', port: 80, method: 'GET', path: '/', headers: {} } as const;
  return { area: 'routing', what: 'a -> b', said: 'so', ask, times: 1, expected, ...more };
}

const output = { stdout: '', stderr: 'its image has no curl', isFine: false };

/** No cluster can be made to lack an image at will, so what became of the pods is said here. */
function meansWith(of: Means['probes']['of'], http = 1): Means {
  return {
    gateway: { address: '127.0.0.1', http, https: 1 },
    executor: { run: () => Promise.resolve(output) },
    probes: { start: () => Promise.resolve(), of },
    isQuick: true,
  };
}

describe('a question of a pod', () => {
  const ofStranger = question({ kind: 'refused', layer: 'network', isExact: false }, { probe: strangerProbe });
  const asked = (of: Means['probes']['of']): Promise<Row[]> => rowsOf([ofStranger], meansWith(of), course);

  it('that does not run is a proof that is missing, and the report says so', async () => {
    const rows = await asked(() => ({ why: 'its image can’t be had', isNobody: false }));
    expect(rows).toMatchObject([{ verdict: 'not asked', seen: 'its image can’t be had', couldNot: true }]);
    expect(isProved(reportOf('kind-lab', true, rows))).toBe(false);
  });

  it('whose caller is not in the cluster need not be asked', async () => {
    const rows = await asked(() => ({ why: 'no such namespace', isNobody: true }));
    expect(rows).toMatchObject([{ verdict: 'not asked' }]);
    expect(isProved(reportOf('kind-lab', true, rows))).toBe(true);
  });

  it('that has no curl is no refusal', async () => {
    const rows = await asked(() => ({ namespace: 'a', pod: 'b' }));
    expect(rows).toMatchObject([{ verdict: 'not asked', couldNot: true }]);
    expect(rows[0]?.seen).toContain('its image has no curl');
  });
});
