import { isLabel } from './name';
import type { SchemaRule } from './rule';

/**
 * A machine has an address, or is known by its network alone; a socket has a path, and no ports.
 * @see https://istio.io/latest/docs/reference/config/networking/workload-entry/#WorkloadEntry
 */
export const workloadAddress: SchemaRule = function* find({ workloadEntries }) {
  for (const { manifest, spec } of workloadEntries) {
    const { address = '', network = '', ports } = spec;
    const [, socket] = /^unix:\/\/(.*)$/.exec(address) ?? [];
    if (address === '' && network === '') {
      const message = 'the machine has no address';
      yield { manifest, path: ['spec'], message, remedy: 'give it an address or a network' };
    }
    if (socket !== undefined && !/^(@.+|\/(.*[^/])?)$/.test(socket)) {
      const message = `${JSON.stringify(socket)} is no path of a socket`;
      const remedy = 'write unix:// and a whole path, or an abstract name behind @';
      yield { manifest, path: ['spec', 'address'], message, remedy };
    }
    for (const name of Object.keys(ports)) {
      if (socket !== undefined) {
        const message = 'a socket has no ports';
        yield { manifest, path: ['spec', 'ports', name], message, remedy: 'leave the ports out' };
      } else if (!isLabel(name)) {
        const message = `${JSON.stringify(name)} is no name of a port`;
        yield { manifest, path: ['spec', 'ports', name], message, remedy: 'write letters, digits and dashes' };
      }
    }
  }
};
