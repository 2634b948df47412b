import { type LoadRun, runLoad } from './run';

/** How k6 says that a threshold was missed. */
const missed = 99;

/** The metrics that missed a threshold, without the bounds. */
function missedMetrics({ summary }: LoadRun): string[] {
  return summary.failed.map((threshold) => threshold.replace(/: .*/, ''));
}

describe('the real k6, where every answer is as the traffic says', () => {
  let run: LoadRun;
  beforeAll(async () => {
    run = await runLoad({});
  });

  it('passes', () => {
    expect({ exitCode: run.exitCode, verdict: run.summary.verdict, failed: run.summary.failed }).toEqual({
      exitCode: 0,
      verdict: 'PASS',
      failed: [],
    });
  });

  it('counts what was answered, release by release, on the whole path', () => {
    const { stable, canary } = run.answered;
    expect(run.summary.requests).toBe(stable + canary);
    expect(
      run.summary.services.map(({ service, releases }) => [service, ...releases.map(({ answers }) => answers)]),
    ).toEqual([
      ['frontend', stable, canary],
      ['backend', stable, canary],
      ['ml', stable, canary],
    ]);
  });

  it('finds the share of the split, and lanes and pins kept', () => {
    const [frontend, backend, ml] = run.summary.services;
    expect(frontend?.canaryShare).toBeCloseTo(0.3, 1);
    expect(frontend?.pinKept).toBe(1);
    expect(backend).toMatchObject({ laneKept: 1, pinKept: 1 });
    expect(ml).toMatchObject({ laneKept: 1, pinKept: 1 });
  });
});

describe('the real k6 fails', () => {
  it('when the canary gets three times its share', async () => {
    const run = await runLoad({ canaryPercent: 90 });
    expect(run.exitCode).toBe(missed);
    expect(run.summary.verdict).toBe('FAIL');
    expect(missedMetrics(run)).toEqual(['split{service:frontend}']);
  });

  it('when the canary gets nothing', async () => {
    const run = await runLoad({ canaryPercent: 0 });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(['split{service:frontend}']);
  });

  it('when a tier behind does not split as it should for itself', async () => {
    const run = await runLoad({ backendPercent: 90 }, 30);
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(['split{service:backend}']);
  });

  it('when a call leaves its lane', async () => {
    const run = await runLoad({ backendPercent: 50 });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(['lane{service:backend}']);
  });

  it('when a pin is not honoured', async () => {
    const run = await runLoad({ honoursPin: false });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run).sort()).toEqual(['pin{service:backend}', 'pin{service:frontend}', 'pin{service:ml}']);
  });

  it('when one answer in twenty is an error', async () => {
    const run = await runLoad({ errorEvery: 20 });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(expect.arrayContaining(['checks', 'http_req_failed']));
    expect(run.summary.errorRate).toBeCloseTo(0.05, 1);
    const answers = run.summary.services.flatMap(({ releases }) => releases);
    const errors = answers.reduce((sum, release) => sum + release.errors, 0);
    expect(errors).toBe(3 * Math.floor(run.summary.requests / 20));
  });

  it('when answers are slow', async () => {
    const run = await runLoad({ delay: 700 });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(expect.arrayContaining(['http_req_duration']));
    expect(run.summary.p95Milliseconds).toBeGreaterThan(700);
  });

  it('when a tier that should be called is in no answer', async () => {
    const run = await runLoad({ callsBackend: false });
    expect(run.exitCode).toBe(missed);
    expect(missedMetrics(run)).toEqual(expect.arrayContaining(['answers{service:backend}', 'answers{service:ml}']));
  });

  it.each(['<html>', 'null', '{"name":"stranger","code":200}', '{"name":"backend-stable","code":200}'])(
    'when the answer is %s, which names no release of the frontend',
    async (text) => {
      const run = await runLoad({ text });
      expect(run.exitCode).toBe(missed);
      expect(missedMetrics(run)).toEqual(expect.arrayContaining(['checks', 'answers{service:frontend}']));
    },
  );
});
