import { type Container, type PodSpec, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Identity } from '../model/identity';
import { type Process, userOf } from '../model/process';
import type { Resources } from '../model/service';

/**
 * The part of a pod that is the same for services and jobs: it runs under its own identity, is
 * admitted under Pod Security `restricted`, and has no token for the API server, which nothing in
 * a mesh of applications needs.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedPod({ name }: Identity, process: Pick<Process, 'user'>) {
  const user = userOf(process);
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    // A Service of the same namespace must not end up as an environment variable of the process.
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  } satisfies Partial<PodSpec>;
}

export interface RestrictedContainerProps {
  readonly name: string;
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  readonly resources: Resources;
}

/** The same for its one container. */
export function restrictedContainer({ name, image, env, resources }: RestrictedContainerProps): Container {
  const { cpu, memory, memoryLimit } = resources;
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    env: Object.entries(env).map(([variable, value]) => ({ name: variable, value })),
    resources: {
      requests: { cpu: Quantity.fromString(cpu), memory: Quantity.fromString(memory) },
      limits: { memory: Quantity.fromString(memoryLimit) },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
  };
}
