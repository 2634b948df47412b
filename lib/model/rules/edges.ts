import type { Edge } from '../edge';
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
  return [...services(mesh), ...hosts(mesh)];
}

function services({ edges: all, services: known }: Mesh): Problem[] {
  const problem = ({ service }: Edge, value: string, rule: string, remedy: string): Problem => {
    return { path: ['edges', service.name], value, rule, remedy };
  };
  return [
    ...all
      .filter(({ service }) => !known.includes(service))
      .map((edge) => {
        const { name } = edge.service;
        return problem(edge, name, 'an edge leads to a service of the mesh', `add ${name} to the services`);
      }),
    ...repeated(all, ({ service }) => service).map((edge) => {
      const rule = 'a service has one edge, with all of its hosts';
      return problem(edge, edge.service.name, rule, 'move the hosts into the first one');
    }),
    ...all
      .filter(({ service }) => service.ports[0].protocol === 'tcp')
      .map((edge) => {
        const rule = 'an edge routes by host name, which plain TCP does not carry';
        return problem(edge, 'tcp', rule, 'expose a service that speaks http, http2 or grpc');
      }),
  ];
}

function hosts(mesh: Mesh): Problem[] {
  const all = mesh.edges.flatMap((edge) => edge.hosts.map((host) => ({ host, service: edge.service.name })));
  const problem = (service: string, value: string, rule: string, remedy: string): Problem => {
    return { path: ['edges', service, 'hosts'], value, rule, remedy };
  };
  return [
    ...all
      .filter(({ host }) => !isHost(host))
      .map(({ host, service }) => problem(service, host, hostRule, 'write it like `shop.localhost`')),
    ...repeated(all, ({ host }) => host).map(({ host, service }) => {
      const rule = 'a host leads to one service: with two, the older route wins without a word';
      return problem(service, host, rule, 'remove it from one of them');
    }),
  ];
}
