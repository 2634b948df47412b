import { inMilliseconds } from './format';
import type { Reason } from './judgement';
import type { Limits } from './limits';

/**
 * How much slower than stable the canary answers. Both are read from histograms, whose buckets are wide: between two
 * neighbouring buckets alone lies a factor of up to 2.5, which is why a smaller limit would fail releases by chance.
 * @param canary milliseconds, or nothing if they are not known
 */
export function latencyRule(
  quantile: 'p95' | 'p99',
  canary: number | undefined,
  stable: number | undefined,
  { maxLatencyRatio, latencyFloor }: Limits,
): Reason {
  const what = `${quantile} of the canary against stable`;
  const ratio = maxLatencyRatio[quantile];
  if (canary === undefined || stable === undefined) {
    const because = `How long ${canary === undefined ? 'the canary' : 'stable'} takes is not known yet. Wait for more requests.`;
    return { verdict: 'INSUFFICIENT', what, value: 'unknown', limit: `${ratio} times stable`, because };
  }
  const isSlow = canary > ratio * stable && canary - stable > latencyFloor;
  return {
    verdict: isSlow ? 'FAIL' : 'PASS',
    what,
    value: inMilliseconds(canary),
    limit: `${ratio} times ${inMilliseconds(stable)}`,
    because: isSlow ? 'It is too much slower than stable.' : 'It is not slower than it may be.',
  };
}
