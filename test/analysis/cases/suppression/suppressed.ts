/** A split whose weights add up to 90, or to 100, which says with an annotation that it is right. */
export function suppressed(annotation: string, weight = 80): string {
  return `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop, annotations: { ${annotation} } }
spec:
  hosts: [web.example]
  http:
    - route:
        - { destination: { host: web.example }, weight: ${weight} }
        - { destination: { host: web-next.example }, weight: 10 }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
`;
}
