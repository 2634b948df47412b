import type { FieldPath } from '../../../manifest/manifest';
import type { ServiceEntry } from '../../../views/service-entry';
import { isHost, isLabel, repeated } from './name';
import { isHttp, isProtocol, isTls } from './protocol';
import type { SchemaRule } from './rule';

interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly remedy: string;
}

/** A ServiceEntry names hosts and ports that can be told apart, and its resolution fits its endpoints. */
export const serviceEntry: SchemaRule = function* find({ serviceEntries }) {
  for (const entry of serviceEntries) {
    for (const fault of [...faultsOfPorts(entry), ...faultsOfHosts(entry), ...faultsOfResolution(entry)]) {
      yield { manifest: entry.manifest, ...fault, path: ['spec', ...fault.path] };
    }
  }
};

function* faultsOfPorts({ spec }: ServiceEntry): Generator<Fault> {
  const names = spec.ports.map(({ name }) => name);
  for (const index of repeated(names)) {
    const message = `two ports are called ${JSON.stringify(names[index])}`;
    yield { path: ['ports', index, 'name'], message, remedy: 'give each port a name of its own' };
  }
  for (const [index, { name, protocol = '' }] of spec.ports.entries()) {
    if (protocol !== '' && !isProtocol(protocol)) {
      const message = `${JSON.stringify(protocol)} is no protocol`;
      const remedy = 'write one of HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO, REDIS, MYSQL';
      yield { path: ['ports', index, 'protocol'], message, remedy };
    }
    if (name !== undefined && !isLabel(name)) {
      const message = `${JSON.stringify(name)} is no name of a port`;
      yield { path: ['ports', index, 'name'], message, remedy: 'write letters, digits and dashes' };
    }
  }
  const isOpaque = spec.ports.findIndex(({ protocol = 'TCP' }) => !isHttp(protocol) && !isTls(protocol));
  if (spec.hosts.length > 1 && isOpaque >= 0 && (spec.resolution ?? 'NONE') !== 'NONE') {
    const message = 'several hosts share a port whose protocol names no host, so they cannot be told apart';
    yield { path: ['ports', isOpaque], message, remedy: 'write one ServiceEntry for each host' };
  }
}

function* faultsOfHosts({ spec }: ServiceEntry): Generator<Fault> {
  for (const [index, host] of spec.hosts.entries()) {
    if (host !== '*' && !isHost(host)) {
      const message = `${JSON.stringify(host)} is no host`;
      yield { path: ['hosts', index], message, remedy: 'write a name without scheme, port and path' };
    }
  }
}

/** `NONE` is the default: the connection goes where the caller wanted it to go. */
function* faultsOfResolution({ spec }: ServiceEntry): Generator<Fault> {
  const { resolution = 'NONE', endpoints, addresses, hosts } = spec;
  if (resolution === 'NONE' && endpoints.length > 0) {
    const message = 'with resolution NONE requests keep their address, so endpoints may not be given';
    yield { path: ['endpoints'], message, remedy: 'write resolution: STATIC or DNS' };
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
    const message = `resolution ${resolution} takes one endpoint, and there are ${endpoints.length}`;
    yield { path: ['endpoints'], message, remedy: 'keep one endpoint, or write resolution: DNS' };
  }
  if (resolution.startsWith('DNS') && endpoints.length === 0) {
    for (const index of hosts.flatMap((host, index) => (host.startsWith('*') ? [index] : []))) {
      const message = `DNS has no answer for the wildcard ${JSON.stringify(hosts[index])}`;
      yield { path: ['hosts', index], message, remedy: 'write whole hosts, or endpoints, or resolution: NONE' };
    }
  }
  if (!['NONE', 'STATIC'].includes(resolution) && addresses.some((address) => address.includes('/'))) {
    const message = `ranges of addresses need resolution NONE or STATIC, not ${resolution}`;
    yield { path: ['addresses'], message, remedy: 'write single addresses, or another resolution' };
  }
  const named = new Set(spec.ports.map(({ name }) => name));
  for (const [index, { ports }] of endpoints.entries()) {
    for (const name of Object.keys(ports).filter((one) => !named.has(one))) {
      const message = `the entry has no port ${JSON.stringify(name)}`;
      yield { path: ['endpoints', index, 'ports', name], message, remedy: 'write the name of a port of the entry' };
    }
  }
}
