import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { repeated } from './repeated';

const hostName = /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/;

export const hostRule = 'a host is a full DNS name in lower case with at least one dot';

export function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 253 && hostName.test(value);
}

/** Hosts from outside lead to one HTTP service of the mesh each. */
export function edges(mesh: Mesh): Problem[] {
  const hosts = mesh.edges.flatMap((edge) => edge.hosts.map((host) => ({ host, service: edge.service.name })));
  const path = (service: string): string[] => ['edges', service, 'hosts'];
  return [
    ...mesh.edges
      .filter((edge) => !mesh.services.includes(edge.service))
      .map((edge) => ({
        path: ['edges', edge.service.name],
        value: edge.service.name,
        rule: 'an edge leads to a service of the mesh',
        remedy: `add ${edge.service.name} to the services`,
      })),
    ...mesh.edges
      .filter((edge) => edge.service.ports[0].protocol === 'tcp')
      .map((edge) => ({
        path: ['edges', edge.service.name],
        value: 'tcp',
        rule: 'an edge routes by host name, which plain TCP does not carry',
        remedy: 'expose a service that speaks http, http2 or grpc',
      })),
    ...hosts
      .filter(({ host }) => !isHost(host))
      .map(({ host, service }) => ({
        path: path(service),
        value: host,
        rule: hostRule,
        remedy: 'write it like `shop.localhost`',
      })),
    ...repeated(hosts, ({ host }) => host).map(({ host, service }) => ({
      path: path(service),
      value: host,
      rule: 'a host leads to one service: with two, the older route wins without a word',
      remedy: 'remove it from one of them',
    })),
  ];
}
