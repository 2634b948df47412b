import { certaintyRule, comparisonRule, errorShareRule, minimumRule, unattributedRule } from './error-rules';
import { faultRule } from './fault-rules';
import { type Judgement, judgementOf, type Reason } from './judgement';
import { latencyRule } from './latency-rules';
import type { Limits } from './limits';
import type { Counts, Measured, Measurement, ReleaseReadings } from './measurement';
import { isCount, isCounts, isLatency, readingRule, readingRules, valueOf } from './reading-rules';

/**
 * What to do with a canary, by what was measured. What could not be measured is an ERROR, and no number beside it counts;
 * then a canary that is bad enough to roll back is a FAIL, also where too little is known to promote; then comes
 * INSUFFICIENT; and PASS is left only where everything is known and within the limits. Never throws.
 */
export function judge(measurement: Measurement, limits: Limits): Judgement {
  if (measurement.kind === 'unmeasured') {
    return judgementOf(measurement.faults.map(faultRule));
  }
  const unknown = unknownOf(measurement);
  return judgementOf(
    unknown.length > 0 ? unknown : [...errorRules(measurement, limits), ...slowness(measurement, limits)],
  );
}

function unknownOf({ canary, stable, unattributed }: Measured): Reason[] {
  return [
    ...readingRules('canary', canary),
    ...(stable === 'not compared' ? [] : readingRules('stable', stable)),
    ...readingRule('requests without a release', unattributed, isCount),
  ];
}

function errorRules({ canary, stable, unattributed }: Measured, limits: Limits): Reason[] {
  const ofCanary = countsOf(canary);
  const ofStable = stable === 'not compared' ? undefined : countsOf(stable);
  const judged = [ofCanary, ofStable].filter((counts) => counts !== undefined);
  return [
    minimumRule('canary', ofCanary, limits),
    ...(stable === 'not compared' ? [] : [minimumRule('stable', ofStable, limits)]),
    ...(ofCanary === undefined ? [] : [errorShareRule(ofCanary, limits), certaintyRule(ofCanary, limits)]),
    ...(ofCanary === undefined || ofStable === undefined ? [] : [comparisonRule(ofCanary, ofStable, limits)]),
    unattributedRule(valueOf(unattributed, isCount) ?? 0, judged, limits),
  ];
}

/** Quantiles of few requests say nothing, so they are compared from the minimum on. */
function slowness({ canary, stable }: Measured, limits: Limits): Reason[] {
  if (stable === 'not compared') {
    return [];
  }
  const areEnough = [canary, stable].every((one) => (countsOf(one)?.requests ?? 0) >= limits.minRequests);
  const quantiles = areEnough ? (['p95', 'p99'] as const) : [];
  return quantiles.map((quantile) =>
    latencyRule(quantile, valueOf(canary[quantile], isLatency), valueOf(stable[quantile], isLatency), limits),
  );
}

function countsOf({ counts }: ReleaseReadings): Counts | undefined {
  return valueOf(counts, isCounts);
}
