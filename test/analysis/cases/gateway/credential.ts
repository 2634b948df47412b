import type { CheckCases } from '../../check-cases';
import { certificate, certified, gateway, secret } from './credentials';

export const credential: CheckCases = {
  code: 'IST0161',
  example: { clean: 'Secrets that cert-manager makes' },
  broken: {
    'a name that no Secret has, beside one that has its own':
      secret('web', 'istio-system') + gateway('web', 'web') + gateway('blog', 'blgo'),
    'a name that the only Secret of the gateway does not have': secret('web', 'istio-system') + gateway('web', 'wbe'),
    'a name that no Certificate has': certificate + gateway('shop', 'shop-certificate') + gateway('web', 'web'),
    'a Secret beside the Gateway, not beside its pods': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: edge, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: shop }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'no key': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo= }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'a certificate that has run out': certified('old'),
    'no certificate': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.key: a2V5 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'something else than a certificate': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
stringData: { tls.crt: secret, tls.key: secret }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'data that is not base64': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: '%%%', tls.key: '%%%' }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'nobody to check clients by': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: MUTUAL, credentialName: shop } }
`,
    'a Secret in two namespaces, neither of which has pods of the gateway': `${['a', 'b']
      .map(
        (namespace) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways-${namespace} }
spec: { template: { metadata: { labels: { app: edge } }, spec: { containers: [{ name: web }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: web, namespace: shop-${namespace} }
type: kubernetes.io/tls
---`,
      )
      .join('')}
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: [shop.example], tls: { mode: SIMPLE, credentialName: web } }
`,
  },
  clean: {
    'a certificate that is in force': certified('new'),
    'Secrets that cert-manager makes': certificate + gateway('shop', 'shop-certificate'),
    'a Secret for something else': secret('webhook', 'hooks') + gateway('web', 'web'),
    'a Secret beside the pods': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: gateways }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: edge, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { app: edge }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: shop } }
`,
    'a Secret that is in none of the files': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: lab-certificate } }
`,
    'clients checked by a Secret of their own': `
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: gateways }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
apiVersion: v1
kind: Secret
metadata: { name: shop-cacert, namespace: gateways }
type: kubernetes.io/tls
stringData: { cacert: pem }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: MUTUAL, credentialName: shop } }
`,
  },
};
