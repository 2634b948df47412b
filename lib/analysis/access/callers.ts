import { isAssumed } from '../inventory/assumed';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../views/workload';
import { type CallingPod, callingPod } from './pod';

/** Pods of one identity: policies tell them apart by their labels at most. */
export interface Caller {
  readonly namespace: string;
  /** The service account, or the workload if that runs as nobody in particular. */
  readonly name: string;
  readonly pods: readonly CallingPod[];
  /** That of the ingress gateway, of Prometheus, and of a pod without a sidecar. @default - of the files */
  readonly role?: 'gateway' | 'metrics' | 'no identity';
}

/**
 * Everybody who may call: the pods of the files by identity, the ingress gateway and Prometheus,
 * which are taken for granted if the files do not have them, and a pod that has no sidecar.
 */
export function callersIn(inventory: Inventory): Caller[] {
  const written = inventory.workloads.filter(({ manifest }) => !isAssumed(manifest));
  const byIdentity = indexBy(written, (workload) => `${workload.namespace}/${nameOf(workload)}`);
  const callers = [...byIdentity.values()].flatMap(([first, ...others]): Caller[] =>
    first === undefined
      ? []
      : [
          {
            namespace: first.namespace,
            name: nameOf(first),
            pods: [first, ...others].map((workload) => callingPod(inventory, workload)),
          },
        ],
  );
  return [...callers, ...platformCallers(inventory), nobody];
}

function nameOf({ name, serviceAccount }: Workload): string {
  return serviceAccount === 'default' ? name : serviceAccount;
}

function platformCallers(inventory: Inventory): Caller[] {
  const assumed = inventory.workloads.filter(({ manifest }) => isAssumed(manifest));
  const gateways = assumed.filter(({ labels }) => labels['istio'] === 'ingressgateway');
  const metrics = assumed.filter(({ name }) => name === 'prometheus');
  return [
    ...gateways.flatMap((workload) =>
      accountsOf(inventory, workload).map((account): Caller => {
        const pods = [callingPod(inventory, workload, account)];
        return { namespace: workload.namespace, name: account, pods, role: 'gateway' };
      }),
    ),
    ...metrics.map((workload): Caller => {
      const { namespace, name } = workload;
      return { namespace, name, pods: [callingPod(inventory, workload)], role: 'metrics' };
    }),
  ];
}

/** The account of a gateway depends on how it was installed; the policies know. */
function accountsOf({ authorizationPolicies }: Inventory, { serviceAccount }: Workload): string[] {
  const principals = authorizationPolicies
    .flatMap(({ spec }) => spec.rules.flatMap(({ from }) => from))
    .flatMap(({ source }) => [...(source?.principals ?? []), ...(source?.serviceAccounts ?? [])]);
  const names = new Set(principals.map((principal) => principal.split('/').at(-1)));
  const known = [serviceAccount, `${serviceAccount}-service-account`].filter((account) => names.has(account));
  return known.length === 0 ? [serviceAccount] : known;
}

const nobody: Caller = {
  namespace: 'default',
  name: '(no identity)',
  pods: [
    {
      name: '(no identity)',
      namespace: 'default',
      labels: {},
      serviceAccount: 'default',
      isMeshed: false,
      isAmbient: false,
      isOnHostNetwork: false,
      bypassed: [],
    },
  ],
  role: 'no identity',
};
