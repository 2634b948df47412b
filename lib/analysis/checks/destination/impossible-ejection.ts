import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { includesLabels } from '../../views/selector';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { allPolicies, type PlacedPolicy } from './policies';

export const impossibleEjection: Check = {
  code: 'LAB014',
  level: 'warning',
  title: 'Outlier detection can eject at least one pod',
  reason:
    'Envoy ejects a pod only if the share of ejected pods stays within maxEjectionPercent, which is 10 % unless set.',
  remedy: 'raise maxEjectionPercent to at least 100 / replicas',
  link: 'https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier#ejection-algorithm',
  *find(inventory) {
    const scalers = indexBy(inventory.autoscalers, ({ manifest: { namespace }, spec: { scaleTargetRef } }) =>
      [scaleTargetRef?.kind, namespace, scaleTargetRef?.name].join(' '),
    );
    // How many pods there can be: a DaemonSet has one a node, and an autoscaler adds to the others.
    const most = ({ kind, namespace, name, replicas }: Workload): number => {
      const own = scalers.get([kind, namespace, name].join(' ')) ?? [];
      return kind === 'DaemonSet' ? Infinity : Math.max(replicas, ...own.map(({ spec }) => spec.maxReplicas ?? 0));
    };
    for (const placed of allPolicies(inventory)) {
      const { rule, policy, path } = placed;
      const { maxEjectionPercent, consecutive5xxErrors, consecutiveGatewayErrors } = policy.outlierDetection ?? {};
      const isOn =
        policy.outlierDetection !== undefined && (consecutive5xxErrors !== 0 || consecutiveGatewayErrors !== undefined);
      const limit = maxEjectionPercent ?? 10;
      for (const { name, replicas } of isOn ? endpointsOf(inventory, placed, most) : []) {
        if (replicas > 0 && 100 / replicas > limit) {
          const said = maxEjectionPercent === undefined ? 'the default of 10 %' : `maxEjectionPercent: ${limit}`;
          const message = `none of the ${replicas} pods of ${name} can be ejected: one is ${Math.round(100 / replicas)} %, over ${said}`;
          const field = maxEjectionPercent === undefined ? [] : ['maxEjectionPercent'];
          yield { manifest: rule.manifest, path: [...path, 'outlierDetection', ...field], message };
        }
      }
    }
  },
};

/** Each subset is a cluster of its own to Envoy, with pods of its own to count. */
function endpointsOf(
  inventory: Inventory,
  { rule, subset }: PlacedPolicy,
  count: (workload: Workload) => number,
): { name: string; replicas: number }[] {
  const host = qualified(rule.spec.host ?? '', rule.manifest.namespace);
  const service = inventory.serviceOf(host);
  if (service === undefined || isAssumed(service.manifest)) {
    return [];
  }
  const { subsets } = rule.spec;
  const all = { name: host, labels: {} };
  const inheriting = subsets
    .filter((one, index) => subset === index || (subset === undefined && !one.trafficPolicy?.outlierDetection))
    .map(({ name = '', labels }) => ({ name: `subset ${name} of ${host}`, labels }));
  return (subsets.length === 0 ? [all] : inheriting).map(({ name, labels }) => {
    const pods = inventory.workloadsBehind(service).filter((one) => includesLabels(one.labels, labels));
    return { name, replicas: pods.reduce((sum, one) => sum + count(one), 0) };
  });
}
