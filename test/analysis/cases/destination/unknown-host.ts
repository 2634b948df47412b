import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownHost: CheckCases = {
  code: 'KIA0202',
  mutations: {
    'a host that nobody has': change('DestinationRule', 'spec.host', 'nobody'),
    'a host cut after its namespace': change('DestinationRule', 'spec.host', 'web.shop'),
  },
  clean: {
    'wildcards, and a host of a ServiceEntry': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec: { host: pay.example }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: all, namespace: shop }
spec: { host: '*.local' }
`,
  },
};
