import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unverifiedServer: CheckCases = {
  code: 'IST0128',
  mutations: {
    'TLS and no word on certificates': change('DestinationRule', 'spec.trafficPolicy.tls', { mode: 'SIMPLE' }),
    'the same for one port': change('DestinationRule', 'spec.trafficPolicy.portLevelSettings', [
      { port: { number: 443 }, tls: { mode: 'MUTUAL', clientCertificate: '/c', privateKey: '/k' } },
    ]),
  },
  broken: {
    'TLS and no word on certificates': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: https, protocol: HTTP, targetPort: 443 }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec: { host: pay.example, trafficPolicy: { tls: { mode: SIMPLE } } }
`,
    'the same for one port': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: https, protocol: HTTP, targetPort: 443 }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec:
  host: pay.example
  trafficPolicy:
    portLevelSettings: [{ port: { number: 443 }, tls: { mode: MUTUAL, clientCertificate: /c, privateKey: /k } }]
`,
  },
  clean: {
    'a bundle of authorities, and the name of the server': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: https, protocol: HTTP, targetPort: 443 }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec: { host: pay.example, trafficPolicy: { tls: { mode: SIMPLE, caCertificates: /etc/ssl/certs/ca-certificates.crt, subjectAltNames: [pay.example] } } }
`,
    'whose certificates, in every way to say it': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: a, trafficPolicy: { tls: { mode: SIMPLE, caCertificates: /etc/ssl/certs/ca-certificates.crt } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: shop }
spec: { host: b, trafficPolicy: { tls: { mode: MUTUAL, credentialName: client } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: c, namespace: shop }
spec: { host: c, trafficPolicy: { tls: { mode: SIMPLE, subjectAltNames: [c.example] } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: d, namespace: shop }
spec: { host: d, trafficPolicy: { tls: { mode: SIMPLE, insecureSkipVerify: true } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: e, namespace: shop }
spec: { host: e, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }
`,
  },
};
