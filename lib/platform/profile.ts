import { addOnResources } from './add-on-values';

/** Requests and limits of a container, in Kubernetes quantities. */
export interface ContainerResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
}

/** How generously the platform is sized, and how much it records. */
export interface Profile {
  /** Share of requests that leave a trace, in percent. */
  readonly sampling: number;
  readonly istiod: { readonly replicas: number; readonly resources: ContainerResources };
  readonly gateway: { readonly replicas: number };
  /** Every sidecar and gateway proxy. */
  readonly proxy: ContainerResources;
}

export type ProfileName = 'production' | 'demo';

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  /** Sized and sampled as for real traffic: nothing runs alone, one request in twenty is traced. */
  production: {
    sampling: 5,
    istiod: {
      replicas: 2,
      resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
    },
    gateway: { replicas: 2 },
    proxy: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '256Mi' } },
  },
  /** For learning on a laptop: small, single, and every request leaves a trace. */
  demo: {
    sampling: 100,
    istiod: {
      replicas: 1,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } },
    },
    gateway: { replicas: 1 },
    proxy: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '1', memory: '256Mi' } },
  },
};

/** What the CNI agent asks for on each node; the chart's own numbers. */
export const cniRequests = { cpu: '100m', memory: '100Mi' } as const;

/** What of the platform is there, and how often. */
export interface PlatformSize {
  /** That take pods: the CNI agent is on each. */
  readonly nodes: number;
  /** Whether the add-ons are installed. */
  readonly addOns: boolean;
}

/** What each pod of the platform asks for: the CNI agent, istiod, the gateway, the add-ons. */
export function platformRequests(
  { istiod, gateway, proxy }: Profile,
  { nodes, addOns }: PlatformSize,
): ContainerResources['requests'][] {
  return [
    ...Array.from({ length: nodes }, () => cniRequests),
    ...Array.from({ length: istiod.replicas }, () => istiod.resources.requests),
    ...Array.from({ length: gateway.replicas }, () => proxy.requests),
    ...(addOns ? Object.values(addOnResources) : []).map(({ requests }) => requests),
  ];
}
