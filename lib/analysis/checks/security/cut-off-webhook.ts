import * as z from 'zod';
import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { type PodPort, podPortOf } from '../../inventory/pod-port';
import { fields, item, list, number, text } from '../../manifest/lenient';
import type { Manifest } from '../../manifest/manifest';
import { NetworkPolicies } from '../../network/policies';
import { portNumbered } from '../../views/service';
import type { Check } from '../check';
import { mention, mentions } from '../mention';
import { mayPass } from './open-rules';

/** That istiod has webhooks is for no file to say. */
export const cutOffWebhook: Check = {
  code: 'LAB088',
  level: 'warning',
  title: 'NetworkPolicies let the API server reach webhooks',
  reason:
    'The API server asks webhooks before it takes an object. Those that it does not reach, istiod’s among them, inject no sidecar and validate nothing, or have every object refused.',
  remedy:
    'add an ingress rule with the port of the pod alone, or with the addresses of the API server (ipBlock): it is in no namespace',
  link: 'https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio',
  *find(inventory) {
    const policies = new NetworkPolicies(inventory);
    const reported = new Set<string>();
    for (const { to, by } of inventory.networkPolicies.length === 0 ? [] : calledByApiServer(inventory)) {
      const isolation = policies.isolating(to.workload, 'Ingress');
      const [policy, ...others] = isolation.policies.map(({ manifest }) => manifest);
      const key = `${isolation.names} ${to.port}`;
      if (policy !== undefined && !mayPass(inventory, isolation, to, 'kube-system') && !reported.has(key)) {
        reported.add(key);
        const why = by === undefined ? 'for the webhooks of istiod' : `which ${mention(by)} has it ask`;
        const beside = others.length === 0 ? '' : `, nor does one of ${mentions(others)}`;
        const whom = `port ${to.port} of ${mention(to.workload.manifest)}`;
        const message = `no ingress rule lets the API server reach ${whom}, ${why}${beside}`;
        yield { manifest: policy, path: ['spec'], message };
      }
    }
  },
};

interface Called {
  readonly to: PodPort;
  /** What tells the API server; nothing for what istiod tells it when it starts. */
  readonly by?: Manifest;
}

const service = fields({ namespace: text, name: text, port: number });
const webhooks = z.object({ webhooks: list(item({ clientConfig: fields({ service }) })) });
const apiService = z.object({ spec: z.object({ service }) });

const kinds = [
  ['admissionregistration.k8s.io', 'ValidatingWebhookConfiguration'],
  ['admissionregistration.k8s.io', 'MutatingWebhookConfiguration'],
  ['apiregistration.k8s.io', 'APIService'],
] as const;

function* calledByApiServer(inventory: Inventory): Generator<Called> {
  for (const workload of inventory.pods.selected({ app: 'istiod' })) {
    yield { to: { workload, port: 15017, protocol: 'TCP' } };
  }
  for (const by of kinds.flatMap(([group, kind]) => inventory.ofKind(group, kind))) {
    for (const { namespace = '', name = '', port = 443 } of servicesIn(by)) {
      const found = inventory.serviceOf(`${name}.${namespace}.svc.cluster.local`);
      const servicePort = found && portNumbered(found, port);
      const behind = found === undefined || isAssumed(found.manifest) ? [] : inventory.workloadsBehind(found);
      for (const workload of behind) {
        const target = servicePort && podPortOf(servicePort, workload);
        yield* target === undefined ? [] : [{ to: { workload, port: target, protocol: 'TCP' }, by }];
      }
    }
  }
}

function servicesIn({ content }: Manifest): NonNullable<z.output<typeof service>>[] {
  const ofWebhooks = webhooks.safeParse(content).data?.webhooks ?? [];
  const ofApi = apiService.safeParse(content).data?.spec.service;
  return [...ofWebhooks.map(({ clientConfig }) => clientConfig?.service), ofApi].filter((one) => one !== undefined);
}
