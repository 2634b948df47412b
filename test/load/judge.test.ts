import { judged } from '../../lib/load/judge';
import type { LoadSummary } from '../../lib/load/summary';
import type { Split } from '../../lib/model/traffic';

function summary(split: Split, canary: number, answers: number, failed: readonly string[] = []): LoadSummary {
  const chosen = split === 'follow' ? {} : { chosen: { answers, canary } };
  return {
    profile: 'smoke',
    verdict: failed.length === 0 ? 'PASS' : 'FAIL',
    failed: [...failed],
    requests: answers,
    services: [{ service: 'web', split, ...chosen, releases: [] }],
    unseen: [],
  };
}

describe('a load test', () => {
  it('fails for a share that its requests disprove, though the fewest that a profile makes would not', () => {
    expect(judged(summary(10, 75, 375))).toMatchObject({
      verdict: 'FAIL',
      failed: ["split{service:web}: 75 of 375 answers are the canary's, which fits 12.7 % to 28.9 % and not 10 %"],
    });
  });

  it.each([
    [10, 37, 375],
    [10, 55, 375],
    [0, 0, 375],
    [100, 375, 375],
  ])('passes for a share of %d %% and %d of %d answers', (split, canary, answers) => {
    expect(judged(summary(split, canary, answers))).toMatchObject({ verdict: 'PASS', failed: [] });
  });

  it('fails for one answer of a canary that gets none', () => {
    expect(judged(summary(0, 1, 375)).verdict).toBe('FAIL');
  });

  it('says a wrong split once, and keeps whatever else was missed', () => {
    const missed = ['split{service:web}: rate<=0.1605', 'split{service:website}: rate<=0.1', 'checks: rate>0.99'];
    expect(judged(summary(10, 375, 375, missed)).failed).toEqual([
      'split{service:website}: rate<=0.1',
      'checks: rate>0.99',
      expect.stringMatching(/^split\{service:web\}: 375 of 375 answers/),
    ]);
  });

  it('stays failed for what k6 missed, also where no split decides', () => {
    expect(judged(summary('follow', 0, 0, ['checks: rate>0.99']))).toMatchObject({ verdict: 'FAIL' });
  });
});
