import { isLabel, isQualifiedHost, repeated } from './name';
import type { SchemaRule } from './rule';

const remedy = 'write namespace/host: `./*`, `*/web.shop.svc.cluster.local`, `istio-system/*`';

/** A Sidecar says something, and its egress lists hosts as namespace/host, the catch-all last. */
export const egressHost: SchemaRule = function* find({ sidecars }) {
  for (const { manifest, spec } of sidecars) {
    const { egress, ingress, outboundTrafficPolicy, inboundConnectionPool } = spec;
    if (egress.length + ingress.length === 0 && (outboundTrafficPolicy ?? inboundConnectionPool) === undefined) {
      yield { manifest, path: ['spec'], message: 'the Sidecar says nothing', remedy: 'give it egress or ingress' };
    }
    for (const [index, { hosts, port }] of egress.entries()) {
      const path = ['spec', 'egress', index];
      if (hosts.length === 0) {
        yield { manifest, path, message: 'the listener has no hosts', remedy };
      }
      for (const [number, host] of hosts.entries()) {
        if (!isEgressHost(host)) {
          const message = `${JSON.stringify(host)} is no host of the form namespace/host`;
          yield { manifest, path: [...path, 'hosts', number], message, remedy };
        }
      }
      if (port === undefined && index < egress.length - 1) {
        const message = 'a listener without a port stands for all others, so it has to be the last';
        yield { manifest, path, message, remedy: 'move it to the end, or give it a port' };
      }
    }
    for (const index of repeated(ingress.map(({ port }) => port?.number?.toString()))) {
      const message = `two listeners have port ${ingress[index]?.port?.number ?? 0}`;
      yield { manifest, path: ['spec', 'ingress', index, 'port'], message, remedy: 'keep one of the two' };
    }
  }
};

function isEgressHost(entry: string): boolean {
  const [namespace = '', ...rest] = entry.split('/');
  const isNamespace = ['', '*', '.'].includes(namespace.replace(/^~/, '')) || isLabel(namespace.replace(/^~/, ''));
  return namespace !== '' && isNamespace && isQualifiedHost(rest.join('/'));
}
