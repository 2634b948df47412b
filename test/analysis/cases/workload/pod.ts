/** A namespace with labels and a Deployment in it, whose own and whose pods' metadata are given. */
export function pod(
  ofNamespace: string,
  own: string,
  ofPods: string,
  spec = '{ containers: [{ name: web }] }',
): string {
  return `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${ofNamespace} } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, ${own} }
spec:
  template:
    metadata: { ${ofPods} }
    spec: ${spec}
`;
}
