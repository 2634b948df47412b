import { createServer } from 'node:http';
import { once } from 'node:events';
import * as z from 'zod';
import { rowsOf, type Means, twice } from '../../../cli/verify/rows';
import { strangerProbe } from '../../../lib/verify/probe';
import type { Expected, Question } from '../../../lib/verify/question';
import { isProved, reportOf, type Row } from '../../../lib/verify/row';

const addressSchema = z.object({ port: z.number() });
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

describe('a row that differs', () => {
  /** A gateway whose answers have these states, one after the other, and the last from then on. */
  async function rowsWith(...states: number[]): Promise<{ rows: Row[]; requests: number }> {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.writeHead(states.shift() ?? 200).end('ok');
      states.push(...(states.length === 0 ? [response.statusCode] : []));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = addressSchema.parse(server.address());
    try {
      const nobody: Means['probes']['of'] = () => ({ why: 'none', isNobody: true });
      const rows = await rowsOf([question({ kind: 'status', status: 200 })], meansWith(nobody, port), course);
      return { rows, requests };
    } finally {
      server.close();
    }
  }

  it('is asked a second time, and holds if it was only late', async () => {
    const { rows, requests } = await rowsWith(404, 200);
    expect(rows).toMatchObject([
      { verdict: 'held', seen: 'answered with 200; asked twice, at first refused by the gateway: 404 ok' },
    ]);
    expect(requests).toBe(2);
  });

  it('counts if it differs then as well, and is not asked a third time', async () => {
    const { rows, requests } = await rowsWith(404);
    expect(rows).toMatchObject([{ verdict: 'different', seen: 'refused by the gateway: 404 ok; asked twice' }]);
    expect(requests).toBe(2);
  });

  it('stays different if nobody can ask again', () => {
    const head = { area: 'routing', what: 'a', said: 'b' } as const;
    const first: Row = { ...head, seen: 'c', verdict: 'different' };
    expect(twice(first, { ...head, seen: 'gone', verdict: 'not asked', couldNot: true })).toBe(first);
  });
});
