/**
 * What a VirtualService means by the name of a gateway: `namespace/name`, `./name`, `name`, or
 * `name.namespace.svc.cluster.local` as it was once written.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-gateways
 */
export function gatewayName(reference: string, own: string): [namespace: string, name: string] {
  if (reference.includes('/')) {
    const [namespace = '', ...name] = reference.split('/');
    return [namespace === '.' ? own : namespace, name.join('/')];
  }
  const [name = '', namespace = own] = reference.split('.');
  return [namespace, name];
}

/** Whether a reference means a gateway, given as `namespace/name`, or `mesh` for sidecars. */
export function namesGateway(reference: string, own: string, gateway: string): boolean {
  return (reference === 'mesh' ? reference : gatewayName(reference, own).join('/')) === gateway;
}
