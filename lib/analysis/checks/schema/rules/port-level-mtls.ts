import type { SchemaRule } from './rule';

/** Ports of workloads have a mode of their own only where the workloads are named. */
export const portLevelMtls: SchemaRule = function* find({ peerAuthentications }) {
  for (const { manifest, spec } of peerAuthentications) {
    const ports = Object.keys(spec.portLevelMtls);
    const isForAll = Object.keys(spec.selector?.matchLabels ?? {}).length === 0;
    if (ports.length > 0 && isForAll) {
      const message = 'modes for single ports need a selector of workloads, and there is none';
      yield { manifest, path: ['spec', 'portLevelMtls'], message, remedy: 'add selector.matchLabels' };
    }
    for (const port of ports.filter((one) => !(Number(one) >= 1 && Number(one) <= 65535))) {
      const message = `${JSON.stringify(port)} is no port`;
      yield { manifest, path: ['spec', 'portLevelMtls', port], message, remedy: 'write 1 to 65535' };
    }
  }
};
