import { workloadsUnder } from '../../authorization/attachment';
import type { Inventory } from '../../inventory/inventory';
import { declaredPorts, podPortOf } from '../../inventory/pod-port';
import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { AuthorizationRule } from '../../views/authorization-policy';
import { selects } from '../../views/selector';
import type { Service } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * Pods listen on more than they declare: a number is wrong only where it is a Service that has it, and leads elsewhere. Whoever
 * writes both numbers means both.
 */
export const portOfService: Check = {
  code: 'LAB086',
  level: 'warning',
  title: 'Policies name ports of pods, not those of Services',
  reason:
    'Policies are compared with the port that a connection has at the pod, where the Service has translated its own: what is said of another port holds for nobody.',
  remedy: 'write the port of the pod, which the Service calls targetPort',
  link: 'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  *find(inventory) {
    for (const { manifest, workloads, ports } of policedPorts(inventory)) {
      for (const { port, path } of ports) {
        const led = workloads.map((workload) => leadingElsewhere(inventory, workload, port));
        const [first] = led;
        const isMeant = ports.some((one) => led.some((other) => other?.target === one.port));
        if (first !== undefined && !isMeant && led.every((one) => one !== undefined)) {
          const where = mention(first.service.manifest, ['spec', 'ports', first.index]);
          const message = `port ${port} is that of ${where}, and ${first.target} at the pods`;
          yield { manifest, path, message };
        }
      }
    }
  },
};

interface Port {
  readonly port: number;
  readonly path: FieldPath;
}

/** Ports that a policy names in one place, and the pods that it names them for. */
interface PolicedPorts {
  readonly manifest: Manifest;
  readonly workloads: readonly Workload[];
  readonly ports: readonly Port[];
}

function* policedPorts(inventory: Inventory): Generator<PolicedPorts> {
  for (const { manifest, spec } of inventory.peerAuthentications) {
    const labels = spec.selector?.matchLabels ?? {};
    const workloads = Object.keys(labels).length === 0 ? [] : inventory.pods.selected(labels, manifest.namespace);
    const ports = Object.keys(spec.portLevelMtls).map((key) => ({
      port: Number(key),
      path: ['spec', 'portLevelMtls', key],
    }));
    yield { manifest, workloads, ports };
  }
  for (const policy of inventory.authorizationPolicies) {
    const workloads = workloadsUnder(inventory, policy);
    for (const [index, rule] of policy.spec.rules.entries()) {
      for (const ports of portsOfRule(rule, ['spec', 'rules', index])) {
        yield { manifest: policy.manifest, workloads, ports };
      }
    }
  }
  for (const { manifest, spec } of inventory.networkPolicies) {
    const { matchLabels, matchExpressions } = spec.podSelector ?? { matchLabels: {}, matchExpressions: [] };
    const workloads = inventory.pods
      .selected(matchLabels, manifest.namespace)
      .filter(({ labels }) => selects({ matchLabels, matchExpressions }, labels));
    for (const [index, { ports }] of spec.ingress.entries()) {
      const single = [...ports.entries()].filter(
        ([, { port = '', endPort }]) => isNumber(port) && endPort === undefined,
      );
      const path = ['spec', 'ingress', index, 'ports'];
      const numbers = single.map(([number, { port }]) => ({ port: Number(port), path: [...path, number, 'port'] }));
      yield { manifest, workloads, ports: numbers };
    }
  }
}

function portsOfRule({ to, when }: AuthorizationRule, path: FieldPath): Port[][] {
  const listed = (values: readonly string[] = [], place: FieldPath): Port[] =>
    [...values.entries()]
      .filter(([, value]) => isNumber(value))
      .map(([number, value]) => ({ port: Number(value), path: [...path, ...place, number] }));
  return [
    ...to.flatMap(({ operation }, index) =>
      (['ports', 'notPorts'] as const).map((field) => listed(operation?.[field], ['to', index, 'operation', field])),
    ),
    ...when.flatMap((condition, index) =>
      (condition.key === 'destination.port' ? (['values', 'notValues'] as const) : []).map((field) =>
        listed(condition[field], ['when', index, field]),
      ),
    ),
  ];
}

function isNumber(value: string): boolean {
  return /^\d+$/.test(value);
}

interface Led {
  readonly service: Service;
  /** Of the port in the Service. */
  readonly index: number;
  /** The port of the pods. */
  readonly target: number;
}

/** The Service that has a port which no pod of a workload has; nothing if a pod may have it itself. */
function leadingElsewhere(inventory: Inventory, workload: Workload, port: number): Led | undefined {
  const all = inventory
    .servicesOf(workload)
    .flatMap((service) =>
      [...service.ports.entries()].map(([index, one]) => ({ service, index, one, target: podPortOf(one, workload) })),
    );
  const isOfPod =
    all.some(({ target }) => target === port) ||
    declaredPorts(workload).some(({ containerPort }) => containerPort === port);
  const found = isOfPod ? undefined : all.find(({ one }) => one.port === port);
  return found?.target === undefined ? undefined : { ...found, target: found.target };
}
