/** The objects that meshes of these tests are made of, without saying twice what all of them have. */

type Labels = Readonly<Record<string, string>>;

export function namespace(name: string, labels: Labels = {}): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export interface Release {
  readonly namespace: string;
  readonly app: string;
  /** @default - the pods are of no version */
  readonly version?: string;
  /** @default - none */
  readonly labels?: Labels;
}

/** Called `<app>-<version>`, with the account `<app>`, and ports called `http` (8080), `tcp` (9000) and `tls` (8443). */
export function deployment({ namespace: own, app, version, labels = {} }: Release): object {
  const all = { app, ...(version !== undefined && { version }), ...labels };
  const ports = [
    { name: 'http', containerPort: 8080 },
    { name: 'tcp', containerPort: 9000 },
    { name: 'tls', containerPort: 8443 },
  ];
  const containers = [{ name: 'app', image: 'app', ports }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: version === undefined ? app : `${app}-${version}`, namespace: own },
    spec: {
      replicas: 1,
      selector: { matchLabels: all },
      template: { metadata: { labels: all }, spec: { serviceAccountName: app, containers } },
    },
  };
}

/** @param more what its specification has beside ports and the selector for its pods */
export function service(own: string, name: string, ports: readonly object[], more: object = {}): object {
  const spec = { selector: { app: name }, ports, ...more };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: own }, spec };
}

/** An object of Istio's group for networking, or of the one for security. */
export function istio(kind: string, own: string, name: string, spec: object): object {
  const group = ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'].includes(kind)
    ? 'security.istio.io'
    : 'networking.istio.io';
  return { apiVersion: `${group}/v1`, kind, metadata: { name, namespace: own }, spec };
}

/** JSON is YAML. */
export function textOf(objects: readonly object[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('---\n');
}
