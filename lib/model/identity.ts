/** Who a pod is: a service account in a namespace. */
export interface Identity {
  readonly name: string;
  readonly namespace: string;
}

/**
 * How policies name an identity. The trust domain is Istio's default.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
 */
export function principalOf(identity: Identity): string {
  return `cluster.local/ns/${identity.namespace}/sa/${identity.name}`;
}
