import type { Check } from '../check';
import { allPolicies } from './policies';

/** Without a list of its own Istio fails over too, so only what somebody wrote down is reported. */
export const idleFailover: Check = {
  code: 'LAB016',
  level: 'warning',
  title: 'Where failover between localities is set, outlier detection is too',
  reason: 'Istio knows by outlier detection alone that a locality fails: without it, nothing ever fails over.',
  remedy: 'add outlierDetection beside loadBalancer, or remove the failover',
  link: 'https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/failover/',
  *find(inventory) {
    for (const { rule, policy, path } of allPolicies(inventory)) {
      const { enabled = true, failover = [], failoverPriority = [] } = policy.loadBalancer?.localityLbSetting ?? {};
      const field = failover.length > 0 ? 'failover' : failoverPriority.length > 0 ? 'failoverPriority' : undefined;
      if (enabled && field !== undefined && policy.outlierDetection === undefined) {
        const message = 'the policy has no outlierDetection, so no locality ever counts as failed';
        yield { manifest: rule.manifest, path: [...path, 'loadBalancer', 'localityLbSetting', field], message };
      }
    }
  },
};
