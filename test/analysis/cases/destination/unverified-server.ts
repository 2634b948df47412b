import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

/** A rule with a Secret, beside a host outside of the mesh. */
function credential(rule: string, more = ''): string {
  return `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: https, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec: { host: pay.example, ${rule} }
${more}`;
}
const secretly = 'trafficPolicy: { tls: { mode: MUTUAL, credentialName: pay } }';
const route = (rules: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], gateways: [mesh, egress], http: [${rules}] }
`;
const out =
  '{ match: [{ gateways: [mesh] }], route: [{ destination: { host: istio-egressgateway.istio-system.svc.cluster.local } }] }';
const egress = `---
apiVersion: v1
kind: Pod
metadata:
  name: egress
  namespace: shop
  labels: { app: egress, sidecar.istio.io/inject: 'true' }
  annotations: { inject.istio.io/templates: gateway }
`;

export const unverifiedServer: CheckCases = {
  code: 'IST0128',
  example: { broken: 'TLS and no word on certificates', clean: 'a bundle of authorities, and the name of the server' },
  mutations: {
    'TLS and no word on certificates': change('DestinationRule', 'spec.trafficPolicy.tls', { mode: 'SIMPLE' }),
    'the same for one port': change('DestinationRule', 'spec.trafficPolicy.portLevelSettings', [
      { port: { number: 443 }, tls: { mode: 'MUTUAL', clientCertificate: '/c', privateKey: '/k' } },
    ]),
  },
  broken: {
    'a Secret that no sidecar reads': credential(secretly),
    'a Secret for one port, beside names to expect': credential(
      'trafficPolicy: { portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE, credentialName: pay, subjectAltNames: [pay.example] } }] }',
    ),
    'a Secret in a namespace of gateways, for all others too': credential(secretly, egress),
    'a Secret in a namespace of a gateway and an application': credential(
      `exportTo: [shop], ${secretly}`,
      `${egress}---
apiVersion: v1
kind: Pod
metadata: { name: till, namespace: shop, labels: { app: till, sidecar.istio.io/inject: 'true' } }
`,
    ),
    'a Secret for sidecars that a route leads to the host': credential(
      secretly,
      route('{ route: [{ destination: { host: pay.example } }] }'),
    ),
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
    'a Secret for pods that the rule selects': credential(
      `workloadSelector: { matchLabels: { app: web } }, ${secretly}`,
    ),
    'a Secret for the gateways of its namespace': credential(`exportTo: ['.'], ${secretly}`, egress),
    'a Secret for the gateway that a route leads sidecars to': credential(
      secretly,
      route(`${out}, { match: [{ gateways: [egress] }], route: [{ destination: { host: pay.example } }] }`),
    ),
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
spec: { host: b, workloadSelector: { matchLabels: { app: a } }, trafficPolicy: { tls: { mode: MUTUAL, credentialName: client } } }
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
