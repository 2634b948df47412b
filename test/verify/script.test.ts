import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ask } from '../../lib/verify/question';
import { repliesIn, scriptFor } from '../../lib/verify/script';

const patience = { connect: 2, total: 3 };
const ask: Ask = { scheme: 'http', host: '127.0.0.1', port: 1, method: 'GET', path: '/', headers: {} };

describe('the script of a probe', () => {
  it('is one that a shell takes, whatever stands in a header', () => {
    const script = scriptFor(
      [{ ask: { ...ask, headers: { 'x-a': 'it\'s $(rm -rf /) `x` "q"' } }, times: 3 }],
      patience,
    );
    expect(() => execFileSync('sh', ['-n', '-c', script])).not.toThrow();
  });

  it('prints what is read back, for each question as often as it was asked', () => {
    const text = [
      '@@reply 0.0 200 0 0.001 3|',
      '{"name":"web-stable"}',
      '@@reply 1.0 000 28 0.000 |Connection timed out',
      '',
      '@@reply 0.1 403 0 0.001 1|',
      'RBAC: access denied',
    ].join('\n');
    const [first, second] = repliesIn(text, 2);
    expect(first).toEqual([
      { status: 200, exit: 0, isConnected: true, isForwarded: true, body: '{"name":"web-stable"}', error: '' },
      { status: 403, exit: 0, isConnected: true, isForwarded: true, body: 'RBAC: access denied', error: '' },
    ]);
    expect(second).toEqual([
      { status: 0, exit: 28, isConnected: false, isForwarded: false, body: '', error: 'Connection timed out' },
    ]);
  });

  it('has no replies for a question that nobody answered', () => {
    expect(repliesIn('', 2)).toEqual([[], []]);
  });
});

describe('the script, run by a shell', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'probe-'));
    // Stands for curl, which not every machine has: it says what it was told.
    writeFileSync(join(folder, 'curl'), standIn);
    chmodSync(join(folder, 'curl'), 0o755);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('hands every request to curl as it was meant, and tells what came back', () => {
    const header = "it's $(date) `x`";
    const asks = [
      { ask: { ...ask, path: '/a?b=c d', headers: { 'x-a': header } }, times: 10 },
      { ask: { ...ask, method: 'POST' }, times: 1 },
    ];
    const script = scriptFor(asks, patience).replace('cd /tmp', `cd ${folder}`);
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const replies = repliesIn(execFileSync('sh', ['-c', script], { env, encoding: 'utf8' }), 2);
    expect(replies.map((all) => all.length)).toEqual([10, 1]);
    expect(replies[0]?.[0]?.body).toContain(`[x-a: ${header}]`);
    expect(replies[1]?.[0]?.body).toContain('[POST]');
  });
});

const standIn = `#!/bin/sh
out=/dev/null
said=
while [ $# -gt 0 ]; do
  case $1 in
    -o) out=$2; shift ;;
    *) said="$said[$1]" ;;
  esac
  shift
done
printf '%s' "$said" >"$out"
printf '200 0 0.001 1|'
`;
