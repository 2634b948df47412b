import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

interface Entry {
  readonly namespace?: string;
  readonly host?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly exportTo?: string;
  readonly resolution?: string;
}

const entry = (
  name: string,
  {
    namespace = 'shop',
    host = 'pay.example',
    port = 443,
    protocol = 'TLS',
    exportTo = "'*'",
    resolution = 'DNS',
  }: Entry = {},
): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  hosts: [${host}]
  exportTo: [${exportTo}]
  ports: [{ number: ${port}, name: port, protocol: ${protocol} }]
  resolution: ${resolution}
---`;

const service = `
apiVersion: v1
kind: Service
metadata: { name: pay, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---`;

export const rivalEntry: CheckCases = {
  code: 'KIA1211',
  mutations: { 'a second entry': addFrom('ServiceEntry', (original) => copyOf(original, 'second')) },
  broken: {
    'the same host in another spelling': entry('one') + entry('other', { host: 'PAY.example' }),
    'an entry of one namespace, seen by another that has its own':
      entry('one', { exportTo: 'store' }) + entry('other', { namespace: 'store', exportTo: "'.'" }),
    'two ports of one host, resolved in two ways': entry('one') + entry('other', { port: 8443, resolution: 'NONE' }),
    'two ports of one host, in two namespaces': entry('one') + entry('other', { port: 8443, namespace: 'store' }),
    'two ports of one host, exported to others': entry('one') + entry('other', { port: 8443, exportTo: "'.'" }),
    'a host that a Service has': entry('one', { host: 'pay.shop.svc.cluster.local' }) + service,
    'an entry for all after one for some': entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store' }),
  },
  clean: {
    'other hosts and ports': entry('one') + entry('two', { port: 8443 }) + entry('three', { host: 'eu.pay.example' }),
    'entries of two namespaces that keep them to themselves':
      entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store', exportTo: "'.'" }),
    'two ports in two namespaces that keep them to themselves':
      entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store', port: 8443, exportTo: "'.'" }),
    'a host beside that of a Service': entry('one', { host: 'pay.store.svc.cluster.local' }) + service,
    'a host that a Service has, and nobody else sees':
      entry('one', { host: 'pay.shop.svc.cluster.local', exportTo: "'~'" }) + service,
    'an entry without ports': entry('one') + entry('other', { resolution: 'NONE' }).replace(/ports: .*/, 'ports: []'),
    'an entry that nobody sees': entry('one') + entry('other', { exportTo: "'~'" }),
    'two protocols': entry('one') + entry('other', { protocol: 'HTTPS' }),
  },
};

export const rivalProtocol: CheckCases = {
  code: 'KIA1212',
  mutations: {
    'a second entry with another protocol': addFrom('ServiceEntry', (original) =>
      copyOf(original, 'second', { 'spec.ports.0.protocol': 'MONGO' }),
    ),
  },
  broken: {
    'two protocols that some see both of': entry('one') + entry('other', { protocol: 'HTTPS' }),
  },
  clean: {
    'an entry for each port': entry('one') + entry('other', { port: 80, protocol: 'HTTP' }),
    'one protocol in two spellings': entry('one') + entry('other', { protocol: 'tls' }),
    'two protocols at two ports': entry('one') + entry('other', { port: 80, protocol: 'HTTP' }),
    'two protocols that no namespace sees both of':
      entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store', exportTo: "'.'", protocol: 'HTTPS' }),
  },
};
