import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const outdatedField: CheckCases = {
  code: 'IST0133',
  mutations: {
    'a mirrored share of old': change('VirtualService', 'spec.http.*.mirrorPercent', 50),
    'a delayed share of old': change('VirtualService', 'spec.http.*.fault', {
      delay: { fixedDelay: '1s', percent: 5 },
    }),
    'origins of old': change('VirtualService', 'spec.http.*.corsPolicy', { allowOrigin: ['*'] }),
    'a ring of old': change('DestinationRule', 'spec.trafficPolicy.loadBalancer', {
      consistentHash: { useSourceIp: true, minimumRingSize: 1024 },
    }),
    'a warm-up of old': change('DestinationRule', 'spec.trafficPolicy.loadBalancer', {
      simple: 'ROUND_ROBIN',
      warmupDurationSecs: '30s',
    }),
    'a certificate without a mode': change('Gateway', 'spec.servers.*.tls', { credentialName: 'shop' }),
    'a certificate that is passed by': change('Gateway', 'spec.servers.*.tls', {
      mode: 'PASSTHROUGH',
      credentialName: 'shop',
    }),
  },
  broken: {
    'a mirrored share of old': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - mirror: { host: web-next.example }
      mirrorPercent: 50
      route: [{ destination: { host: web.example } }]
`,
    'a proxy for what leaves, in a Sidecar': `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { outboundTrafficPolicy: { mode: ALLOW_ANY, egressProxy: { host: proxy.shop.svc.cluster.local } } }
`,
  },
  clean: {
    'a mirrored share': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example, web-next.example]
  ports: [{ number: 80, name: http, protocol: HTTP }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - mirror: { host: web-next.example }
      mirrorPercentage: { value: 50 }
      route: [{ destination: { host: web.example } }]
`,
    'what has taken their place': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec:
  hosts: [web]
  http:
    - mirror: { host: web }
      mirrorPercentage: { value: 50 }
      mirrorPercent: null
      corsPolicy: { allowOrigins: [{ exact: '*' }] }
      fault: { delay: { fixedDelay: 1s, percentage: { value: 5 } } }
      route: [{ destination: { host: web } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  trafficPolicy: { loadBalancer: { consistentHash: { useSourceIp: true, ringHash: { minimumRingSize: 1024 } } } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec:
  servers:
    - { port: { number: 443, name: tls, protocol: TLS }, hosts: ['*'], tls: { mode: PASSTHROUGH } }
    - { port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'], tls: { httpsRedirect: true } }
`,
  },
};
