import { addressesOf } from '../../inventory/addresses';
import { destinationPolicyOf, toldTls } from '../../transport/destination-policy';
import { isSentByProxy, senderOf } from '../../transport/sender';
import type { Check } from '../check';
import { declaredPort } from '../declared-port';

/** Where no sidecar is, what a port is called changes nothing. One that adds TLS by itself is meant to be called without. */
export const otherScheme: Check = {
  code: 'LAB090',
  level: 'error',
  title: 'Addresses in the environment of a pod speak what the port is declared to speak',
  reason:
    'A sidecar reads a port of HTTP as HTTP: of TLS it understands nothing, and ends the connection. At a port of HTTPS it hands on what it gets, and a server of TLS does not understand HTTP.',
  remedy: 'call the port by the scheme that it is declared to speak, or declare what it speaks',
  link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#sending-https-to-an-http-port',
  *find(inventory) {
    for (const workload of inventory.workloads) {
      const sender = senderOf(inventory, workload);
      for (const { host, port, text, path } of addressesOf(inventory, workload)) {
        const [, scheme = ''] = /^([a-z0-9]+):\/\//i.exec(text) ?? [];
        const spoken = schemes.get(scheme.toLowerCase());
        const declared = port === undefined ? undefined : declaredPort(inventory, host, port);
        if (port === undefined || spoken === undefined || declared === undefined || !isSentByProxy(sender, port)) {
          continue;
        }
        const told = toldTls(destinationPolicyOf(inventory, host, sender), '', port);
        const isOriginated = ['SIMPLE', 'MUTUAL'].includes(told?.mode ?? '');
        if (declared.traffic === (spoken === 'tls' ? 'http' : 'tls') && !isOriginated) {
          const message = `${text} speaks ${names[spoken]}, and ${declared.by} declares port ${port} as ${declared.protocol}`;
          yield { manifest: workload.manifest, path, message };
        }
      }
    }
  },
};

const schemes: ReadonlyMap<string, 'tls' | 'http'> = new Map([
  ['http', 'http'],
  ['ws', 'http'],
  ['h2c', 'http'],
  ['grpc', 'http'],
  ['https', 'tls'],
  ['wss', 'tls'],
  ['grpcs', 'tls'],
]);

const names = { tls: 'TLS', http: 'HTTP without TLS' } as const;
