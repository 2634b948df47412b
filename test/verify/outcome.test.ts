import { outcomeOf, outsideOutcome, type Reply } from '../../lib/verify/outcome';

const nothing: Reply = { status: 0, exit: 0, isConnected: false, isForwarded: false, body: '', error: '' };
const told = JSON.stringify({ name: 'web-canary', code: 200, upstream_calls: { a: { name: 'db-stable' } } });

/** By whom a request was refused. */
function refuser(reply: Partial<Reply>, isMeshed: boolean): string {
  const outcome = outcomeOf({ ...nothing, ...reply }, isMeshed);
  return outcome.kind === 'refused' ? outcome.by : outcome.kind;
}

describe('a reply', () => {
  it('of a process tells by which releases the request went', () => {
    const reply = { ...nothing, status: 200, isConnected: true, isForwarded: true, body: told };
    expect(outcomeOf(reply, true)).toEqual({ kind: 'answered', status: 200, path: ['web-canary', 'db-stable'] });
  });

  it('of a process is an answer also if it is an error', () => {
    const body = JSON.stringify({ name: 'web-stable', code: 500 });
    expect(refuser({ status: 500, isConnected: true, isForwarded: true, body }, true)).toBe('answered');
    expect(refuser({ status: 403, isConnected: true, isForwarded: true, body: 'no entry' }, true)).toBe('answered');
  });

  it.each([
    [
      'a callee whose rules refuse',
      { status: 403, isForwarded: true, body: 'RBAC: access denied' },
      true,
      'authorization',
    ],
    ['a callee without TLS for plaintext', { exit: 56, isConnected: true }, false, 'mutual TLS'],
    ['nobody who takes the connection', { exit: 28 }, false, 'network'],
    ['a host that refuses the connection', { exit: 7 }, false, 'network'],
    ['a name that nobody knows', { exit: 6 }, true, 'name resolution'],
    ['a proxy that knows no way, by closing', { exit: 52, isConnected: true }, true, 'proxy of the caller'],
    ['a proxy that knows no way, by 502', { status: 502, isConnected: true }, true, 'proxy of the caller'],
    [
      'a proxy that waited',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection timeout',
      },
      true,
      'network',
    ],
    [
      'a proxy that was reset',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
      },
      true,
      'mutual TLS',
    ],
    ['a proxy without endpoints', { status: 503, body: 'no healthy upstream' }, true, 'no pod'],
  ] as const)('of %s is a refusal', (_, reply, isMeshed, by) => {
    expect(refuser(reply, isMeshed)).toBe(by);
  });

  it('of a gateway to somebody outside is a refusal of the gateway', () => {
    const outcome = outsideOutcome({ ...nothing, error: 'socket hang up' });
    expect(outcome).toEqual({ kind: 'refused', by: 'gateway', how: 'socket hang up' });
  });
});
