import { isGone, isSeen, type Look, sightsText } from '../../lib/drill/symptom';

const ok = (...path: string[]) => ({ status: 200, path });
const failed = (status: number) => ({ status, path: [] });
const nobody = { failure: 'no answer within 20000 ms', path: [] };

describe('a symptom', () => {
  const looks: readonly (readonly [string, Look, Parameters<typeof isSeen>[1], Parameters<typeof isSeen>[1]])[] = [
    ['a status', { kind: 'status', statuses: [503] }, [failed(503), failed(503)], [failed(503), ok('web')]],
    ['an outage', { kind: 'outage', statuses: [504] }, [failed(504), nobody], [nobody, ok('web')]],
    [
      'a certificate',
      { kind: 'certificate', reason: 'expired' },
      [{ failure: 'certificate has expired', path: [] }],
      [nobody],
    ],
    ['a release', { kind: 'release', release: 'db-stable' }, [ok('web-canary', 'db-stable')], [ok('web-canary')]],
    ['errors', { kind: 'errors', status: 500 }, [failed(500), ok('web')], [ok('web'), ok('web')]],
  ];

  it.each(looks)('that is %s is seen where it is, and not where it is not', (_, look, there, absent) => {
    expect(isSeen(look, there)).toBe(true);
    expect(isSeen(look, absent)).toBe(false);
  });

  it('is never seen in nothing', () => {
    for (const [, look] of looks) {
      expect(isSeen(look, [])).toBe(false);
    }
  });

  it('that is a share is one that no chance explains', () => {
    const look: Look = { kind: 'share', release: 'web-canary', expected: 0.1 };
    const sights = (canary: number) =>
      Array.from({ length: 100 }, (_, index) => ok(index < canary ? 'web-canary' : 'web'));
    expect(isSeen(look, sights(12))).toBe(false);
    expect(isSeen(look, sights(52))).toBe(true);
  });

  it('that is a storm is seen by what the proxy sent on for each request', () => {
    const look: Look = { kind: 'tries', client: 'shop/web', host: 'db', atLeast: 10 };
    const sights = [failed(500), failed(500)];
    expect(isSeen(look, sights, { sent: 32, ejected: 0 })).toBe(true);
    expect(isSeen(look, sights, { sent: 2, ejected: 0 })).toBe(false);
  });

  it('that is no ejection is not seen once a pod is out, nor where nothing fails', () => {
    const look: Look = { kind: 'no ejection', status: 500, host: 'db' };
    expect(isSeen(look, [failed(500)], { sent: 1, ejected: 0 })).toBe(true);
    expect(isSeen(look, [failed(500)], { sent: 1, ejected: 1 })).toBe(false);
    expect(isSeen(look, [ok('db')], { sent: 1, ejected: 0 })).toBe(false);
  });

  it('is gone only when no request shows it any more', () => {
    const look: Look = { kind: 'status', statuses: [403] };
    expect(isGone(look, [failed(403), ok('web')])).toBe(false);
    expect(isGone(look, [ok('web'), ok('web')])).toBe(true);
  });
});

describe('sights', () => {
  it('are told by how often each was there', () => {
    expect(sightsText([ok('web', 'db'), failed(503), ok('web', 'db'), nobody])).toBe(
      '2 x 200 by web > db, 1 x 503, 1 x no answer within 20000 ms',
    );
  });
});
