/** A Gateway on port 443 with the Secret it names. */
export function gateway(name: string, credentialName: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: [${name}.example], tls: { mode: SIMPLE, credentialName: ${credentialName} } }
---
`;
}

export function secret(name: string, namespace: string): string {
  return `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: ${namespace} }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
`;
}

export const certificate = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: istio-system }
spec: { secretName: shop-certificate, dnsNames: [shop.example] }
---
`;
