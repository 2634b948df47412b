import * as z from 'zod';
import type { Split } from '../model/traffic';

const destination = z.looseObject({ subset: z.string().optional() });
const rule = z.looseObject({
  match: z.array(z.looseObject({ sourceLabels: z.record(z.string(), z.string()).optional() })).optional(),
  route: z.array(z.looseObject({ destination, weight: z.number().optional() })).optional(),
});

/** As much of a VirtualService as says how a service is split. */
const virtualService = z.looseObject({ spec: z.looseObject({ http: z.array(rule) }) });

type Rule = z.output<typeof rule>;

/**
 * The split that a VirtualService of a cluster carries out, as `traffic.yaml` would write it.
 * @param object the object as the API server has it
 * @returns nothing if no share of a canary can be read from it, or if its rules disagree: somebody else wrote it
 */
export function liveSplit(object: unknown): Split | undefined {
  const rules = virtualService.safeParse(object).data?.spec.http ?? [];
  const shares = rules.filter(isSplit).map(canaryShare);
  const [share] = shares;
  if (share === undefined || !Number.isInteger(share) || shares.some((other) => other !== share)) {
    return undefined;
  }
  return share === 0 && rules.some(isLane) ? 'follow' : share;
}

/** Rules that name both releases split; the others send all of what they take to one. */
function isSplit({ route = [] }: Rule): boolean {
  const subsets = route.map((one) => one.destination.subset);
  return subsets.includes('stable') && subsets.includes('canary');
}

/** Envoy divides by the sum of the weights, which need not be 100. Of a sum of nothing, the share is no number. */
function canaryShare({ route = [] }: Rule): number {
  const weightOf = (rules: typeof route): number => rules.reduce((sum, { weight = 0 }) => sum + weight, 0);
  return (100 * weightOf(route.filter((one) => one.destination.subset === 'canary'))) / weightOf(route);
}

/** Whom a canary calls. */
function isLane({ match = [], route = [] }: Rule): boolean {
  const isFromCanary = match.some(({ sourceLabels = {} }) => sourceLabels['version'] === 'canary');
  return isFromCanary && route.every((one) => one.destination.subset === 'canary');
}
