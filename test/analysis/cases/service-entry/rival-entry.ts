import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

interface Entry {
  readonly namespace?: string;
  readonly host?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly exportTo?: string;
}

const entry = (
  name: string,
  { namespace = 'shop', host = 'pay.example', port = 443, protocol = 'TLS', exportTo = "'*'" }: Entry = {},
): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  hosts: [${host}]
  exportTo: [${exportTo}]
  ports: [{ number: ${port}, name: port, protocol: ${protocol} }]
  resolution: DNS
---`;

export const rivalEntry: CheckCases = {
  code: 'KIA1211',
  mutations: { 'a second entry': addFrom('ServiceEntry', (original) => copyOf(original, 'second')) },
  broken: {
    'the same host in another spelling': entry('one') + entry('other', { host: 'PAY.example' }),
    'an entry of one namespace, seen by another that has its own':
      entry('one', { exportTo: 'store' }) + entry('other', { namespace: 'store', exportTo: "'.'" }),
    'an entry for all after one for some': entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store' }),
  },
  clean: {
    'other hosts and ports': entry('one') + entry('two', { port: 8443 }) + entry('three', { host: 'eu.pay.example' }),
    'entries of two namespaces that keep them to themselves':
      entry('one', { exportTo: "'.'" }) + entry('other', { namespace: 'store', exportTo: "'.'" }),
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
