/** A route to nobody, and a document that is none. */
export const broken = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - route:
        - destination:
            host: nobody
`;

export const unreadable = `${broken}---\nkind: [\n`;
