import type { CallingPod } from '../analysis/access/pod';
import type { Labels } from '../analysis/manifest/manifest';
import type { Workload } from '../analysis/views/workload';

/** Everything that is made for a verification has this label. */
export const managedBy = { 'app.kubernetes.io/managed-by': 'mesh-lab-verify' } as const;

/** The namespace of callers that have no identity. It is made, and it goes again. */
export const strangersNamespace = 'mesh-lab-verify';

/** A pod that asks as somebody else would: of the same namespace, with the same labels and the same account. */
export interface Probe {
  /** Whom it stands for; the same for two that may be one pod. */
  readonly key: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** @default - the namespace's own */
  readonly account?: string | undefined;
  readonly isMeshed: boolean;
}

const injection = 'sidecar.istio.io/inject';

/** Stands for the pods of a workload. */
export function probeOf(workload: Workload, isMeshed: boolean): Probe {
  const { namespace, name, labels, annotations, serviceAccount } = workload;
  return {
    key: `${namespace}/${name}`,
    namespace,
    labels: isMeshed ? labels : { ...labels, [injection]: 'false' },
    annotations,
    account: serviceAccount,
    isMeshed,
  };
}

/** Stands for a caller that no file shows: the gateway, Prometheus. */
export function platformProbe({ namespace, name, labels, serviceAccount, isMeshed }: CallingPod): Probe {
  return {
    key: `${namespace}/${name}`,
    namespace,
    labels: { ...labels, [injection]: String(isMeshed) },
    annotations: {},
    account: isMeshed ? serviceAccount : undefined,
    isMeshed,
  };
}

/** Stands for anybody: no sidecar, no account, no namespace that a policy knows. */
export const strangerProbe: Probe = {
  key: '(no identity)',
  namespace: strangersNamespace,
  labels: { [injection]: 'false' },
  annotations: {},
  isMeshed: false,
};

/** Looks like a caller to the network, and speaks plaintext. */
export function plaintextImpostor(workload: Probe): Probe {
  const labels = { ...workload.labels, [injection]: 'false' };
  return { ...workload, key: `${workload.key} without a sidecar`, labels, isMeshed: false };
}

/** Looks like a caller to the network, and is somebody else to authorization. */
export function foreignImpostor(workload: Probe): Probe {
  const labels = { ...workload.labels, [injection]: 'true' };
  return { ...workload, key: `${workload.key} as somebody else`, labels, account: 'default', isMeshed: true };
}

/** Prometheus shall not take a probe for a pod of the caller that can't be scraped. */
const unscraped = { 'prometheus.io/scrape': 'false', 'prometheus.istio.io/merge-metrics': 'false' } as const;

/** What the template of a caller says, but for how its metrics are read. */
function unmeasured(annotations: Labels): Labels {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !/^prometheus(\.istio)?\.io\//.test(key)));
}

/** The longest that a probe lives, in seconds, if nobody is left to remove it. */
const longest = 900;

/**
 * The pod of a probe. Its labels may be those that a Service selects by, so it is never ready, by a gate that nobody
 * opens: it gets no traffic. A ReplicaSet does not take it for its own: it lacks the hash of the template.
 */
export function probePod(
  { namespace, labels, annotations, account, isMeshed }: Probe,
  name: string,
  image: string,
): object {
  const sidecar = isMeshed ? { 'sidecar.istio.io/proxyCPU': '10m', 'sidecar.istio.io/proxyMemory': '64Mi' } : {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: { ...labels, ...managedBy },
      annotations: { ...sidecar, ...unmeasured(annotations), ...unscraped },
    },
    spec: {
      ...(account === undefined ? {} : { serviceAccountName: account }),
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 1,
      activeDeadlineSeconds: longest,
      readinessGates: [{ conditionType: 'mesh-lab/never' }],
      securityContext: {
        runAsUser: 1000,
        runAsGroup: 1000,
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [probeContainer(image)],
      volumes: [{ name: 'answers', emptyDir: { sizeLimit: '64Mi' } }],
    },
  };
}

function probeContainer(image: string): object {
  return {
    name: 'probe',
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['sh', '-c', `sleep ${longest}`],
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '128Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'answers', mountPath: '/tmp' }],
  };
}
