/** A kubeconfig with one context, named as Kind names that of the lab. */
export function kubeconfig(server: string, ca: string, token: string): object {
  const name = 'kind-mesh-lab';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [{ name, cluster: { server, 'certificate-authority-data': Buffer.from(ca).toString('base64') } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
}
