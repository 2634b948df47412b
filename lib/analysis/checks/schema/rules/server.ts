import type { FieldPath } from '../../../manifest/manifest';
import type { Server } from '../../../views/gateway';
import { isLabel, isQualifiedHost, repeated } from './name';
import { isHttp, isProtocol, isTls } from './protocol';
import type { SchemaRule } from './rule';

interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly remedy: string;
}

/** Servers of a Gateway have hosts, a port with a name of its own, and TLS where their protocol has. */
export const server: SchemaRule = function* find({ gateways }) {
  for (const { manifest, spec } of gateways) {
    if (spec.servers.length === 0) {
      const message = 'a Gateway without servers opens no port';
      yield { manifest, path: ['spec'], message, remedy: 'give it a server' };
    }
    for (const index of repeated(spec.servers.map(({ port }) => port?.name))) {
      const message = `two servers call their port ${JSON.stringify(spec.servers[index]?.port?.name)}`;
      const path = ['spec', 'servers', index, 'port', 'name'];
      yield { manifest, path, message, remedy: 'give each port a name of its own' };
    }
    for (const [index, server] of spec.servers.entries()) {
      const faults = [...faultsOfHosts(server), ...faultsOfPort(server), ...faultsOfProtocol(server)];
      for (const fault of faults) {
        yield { manifest, ...fault, path: ['spec', 'servers', index, ...fault.path] };
      }
    }
  }
};

function* faultsOfHosts({ hosts }: Server): Generator<Fault> {
  if (hosts.length === 0) {
    yield { path: ['hosts'], message: 'the server has no host', remedy: 'write the hosts, or `*` for all' };
  }
  for (const [index, entry] of hosts.entries()) {
    const [namespace, host] = entry.includes('/') ? entry.split('/', 2) : ['*', entry];
    if (!['*', '.'].includes(namespace ?? '') && !isLabel(namespace ?? '')) {
      const message = `${JSON.stringify(namespace)} is no namespace`;
      yield { path: ['hosts', index], message, remedy: 'write namespace/host or a host alone' };
    } else if (!isQualifiedHost(host ?? '')) {
      const message = `${JSON.stringify(host)} is no host with its domain`;
      yield {
        path: ['hosts', index],
        message,
        remedy: 'write `*`, `*.shop.example` or `shop.example`, without scheme, port and path',
      };
    }
  }
}

function* faultsOfPort({ port, bind = '' }: Server): Generator<Fault> {
  const { number, protocol, name, targetPort } = port ?? {};
  if (number !== undefined && (number < 1 || number > 65535) && !bind.startsWith('unix://')) {
    yield { path: ['port', 'number'], message: `${number} is no port`, remedy: 'write 1 to 65535' };
  }
  if (protocol !== undefined && !isProtocol(protocol)) {
    const message = `${JSON.stringify(protocol)} is no protocol`;
    const remedy = 'write one of HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TLS, TCP, MONGO, REDIS, MYSQL';
    yield { path: ['port', 'protocol'], message, remedy };
  }
  if (name === '') {
    yield { path: ['port', 'name'], message: 'the name of the port is empty', remedy: 'give the port a name' };
  }
  if (targetPort !== undefined && targetPort > 0) {
    const message = 'a Gateway has no targetPort: its Service says where the port goes';
    yield { path: ['port', 'targetPort'], message, remedy: 'remove the field' };
  }
}

/** On a plain HTTP port the section may only hold the redirect to HTTPS. */
function* faultsOfProtocol({ port, tls }: Server): Generator<Fault> {
  const { protocol = '' } = port ?? {};
  if (isTls(protocol) && tls === undefined) {
    const message = `a server of protocol ${protocol} has no tls section, so it has no certificate`;
    yield { path: ['port', 'protocol'], message, remedy: 'add tls with a mode and a credentialName' };
  }
  if (tls !== undefined && isProtocol(protocol) && !isTls(protocol)) {
    const { mode = 'PASSTHROUGH', serverCertificate, privateKey, caCertificates } = tls;
    const isRedirect = mode === 'PASSTHROUGH' && (serverCertificate ?? privateKey ?? caCertificates) === undefined;
    if (!isHttp(protocol) || !isRedirect) {
      const message = `a server of protocol ${protocol} ends no TLS, so the section may not be given`;
      yield { path: ['tls'], message, remedy: 'write protocol: HTTPS or TLS, or remove the section' };
    }
  }
}
