/** @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurity = 'restricted' | 'baseline' | 'privileged';

/** A namespace and the two promises it makes about its pods. */
export interface Namespace {
  readonly name: string;
  /** Whether pods get a sidecar. */
  readonly injected: boolean;
  /** The Pod Security Standard the API server enforces. */
  readonly podSecurity: PodSecurity;
}

/** A namespace for services of the mesh: sidecars, and the strictest pods. */
export function meshedNamespace(name: string): Namespace {
  return { name, injected: true, podSecurity: 'restricted' };
}

/**
 * The labels of a namespace. Terraform and YAML both write them, from here, so that whoever
 * applies second changes nothing. Without injection the label is left out instead of set to
 * `disabled`, which would also keep the gateway's own pods from being filled in.
 */
export function namespaceLabels(namespace: Namespace): Record<string, string> {
  return {
    ...(namespace.injected ? { 'istio-injection': 'enabled' } : {}),
    'pod-security.kubernetes.io/enforce': namespace.podSecurity,
    'pod-security.kubernetes.io/warn': namespace.podSecurity,
  };
}
