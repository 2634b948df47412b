import { judged } from '../../lib/verify/judge';
import type { Outcome } from '../../lib/verify/outcome';
import type { Expected, Question } from '../../lib/verify/question';

function question(expected: Expected): Question {
  const ask = { scheme: 'http', host: 'web', port: 80, method: 'GET', path: '/', headers: {} } as const;
  return { area: 'routing', what: 'a -> b', said: 'so', ask, times: 1, expected };
}

const by = (...path: string[]): Outcome => ({ kind: 'answered', status: 200, path });
const refused: Outcome = { kind: 'refused', by: 'network', how: 'no connection' };
const verdict = (expected: Expected, ...outcomes: Outcome[]) => judged(question(expected), outcomes).verdict;

describe('an allowed cell', () => {
  it('holds if a process answers, and not if anybody refuses', () => {
    expect(verdict({ kind: 'answered' }, by('web'))).toBe('held');
    expect(verdict({ kind: 'answered' }, refused)).toBe('different');
  });

  it('does not hold if nothing came back', () => {
    expect(verdict({ kind: 'answered' })).toBe('different');
  });
});

describe('a denied cell', () => {
  const denied: Expected = { kind: 'refused', layer: 'authorization', isExact: false };

  it('holds by any refusal, and says if another layer was first', () => {
    const row = judged(question(denied), [refused]);
    expect(row).toMatchObject({
      verdict: 'held',
      seen: 'refused by the network (no connection), before authorization could',
    });
  });

  it('does not hold if a process answers', () => {
    expect(verdict(denied, by('web'))).toBe('different');
  });

  it('does not hold by another layer where one is asked for', () => {
    expect(verdict({ ...denied, isExact: true }, refused)).toBe('different');
  });
});

describe('a row of the routing table', () => {
  const split: Expected = {
    kind: 'shares',
    shares: new Map([
      ['web-stable', 0.9],
      ['web-canary', 0.1],
    ]),
  };
  const many = (stable: number, canary: number): Outcome[] => [
    ...Array.from({ length: stable }, () => by('web-stable')),
    ...Array.from({ length: canary }, () => by('web-canary')),
  ];

  it('holds within the bound of its split, and not outside', () => {
    expect(verdict(split, ...many(178, 22))).toBe('held');
    expect(verdict(split, ...many(120, 80))).toBe('different');
  });

  it('does not hold if somebody answers whom it does not name', () => {
    expect(verdict(split, ...many(180, 19), by('other'))).toBe('different');
  });

  it('does not hold if a request is lost', () => {
    expect(verdict(split, ...many(180, 20), refused)).toBe('different');
  });

  it('judges whether anybody answers where answers do not tell who', () => {
    expect(judged(question(split), [by()])).toMatchObject({
      verdict: 'held',
      seen: '1 answered; by whom they do not tell',
    });
  });
});

describe('a lane', () => {
  const releases = new Map([
    ['web-canary', 'canary'],
    ['db-canary', 'canary'],
    ['db-stable', 'stable'],
  ]);
  const lane: Expected = { kind: 'lanes', shares: new Map([['canary', 1]]), releases };

  it('holds if every release on the way is its own', () => {
    expect(verdict(lane, by('web-canary', 'gate', 'db-canary'))).toBe('held');
  });

  it('does not hold if a request leaves it', () => {
    expect(verdict(lane, by('web-canary', 'db-canary'), by('web-canary', 'db-stable'))).toBe('different');
  });
});
