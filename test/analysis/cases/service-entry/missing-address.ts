import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';

const entry = (protocol: string, spec = ''): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec: { hosts: [db.example], ports: [{ number: 5432, name: db, ${protocol} }], resolution: DNS, ${spec} }
`;

export const missingAddress: CheckCases = {
  code: 'IST0134',
  mutations: {
    'a port of TCP': change('ServiceEntry', 'spec.ports.*.protocol', 'TCP'),
    'a port without a protocol': change('ServiceEntry', 'spec.ports.*.protocol', nothing),
  },
  broken: {
    'a port of TCP': entry('protocol: TCP'),
    'a port without a protocol': entry('targetPort: 5432'),
  },
  clean: {
    'an address': entry('protocol: TCP', 'addresses: [240.0.0.7]'),
    'an address that Istio gave': `${entry('protocol: TCP')}status: { addresses: [{ value: 240.240.0.1 }] }\n`,
    'a protocol with names': entry('protocol: TLS'),
    'proxies that answer DNS': `${entry('protocol: TCP')}---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } }" }
`,
    'a namespace in ambient mode': `${entry('protocol: TCP')}---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }
`,
  },
};
