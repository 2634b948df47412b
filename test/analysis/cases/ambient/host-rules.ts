/** A VirtualService for a host, as YAML. */
export function route(host: string, namespace = 'a', gateways = ''): string {
  return `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: ${namespace} }
spec: { hosts: [${host}], ${gateways}http: [{ timeout: 5s, route: [{ destination: { host: ${host} } }] }] }
`;
}

/** A DestinationRule for a host, as YAML; it says something about requests unless a case says otherwise. */
export function rule(
  host: string,
  namespace = 'a',
  said = 'trafficPolicy: { connectionPool: { http: { http2MaxRequests: 100 } } }',
): string {
  return `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: ${namespace} }
spec: { host: ${host}, ${said} }
`;
}

/** A kind of rule for hosts: how one is written, and the field that names the host. */
export interface HostRule {
  readonly kind: string;
  readonly hostField: string;
  readonly yaml: (host: string, namespace?: string) => string;
}

export const routes: HostRule = { kind: 'VirtualService', hostField: 'spec.hosts.0', yaml: route };
export const rules: HostRule = { kind: 'DestinationRule', hostField: 'spec.host', yaml: rule };
