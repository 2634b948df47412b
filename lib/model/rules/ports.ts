import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { portName, type Release, releasesOf, type Service, targetPortOf, targetPortsOf } from '../service';
import { repeated } from './repeated';

/** Ports the sidecar listens on; a process on one of them never gets its traffic. */
const sidecarPorts = new Set([15000, 15001, 15004, 15006, 15008, 15020, 15021, 15090]);

export const portRule = 'a port is a whole number from 1 to 65535';

/** Whether a number can be a TCP port. */
export function isPort(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

/**
 * Ports are valid, distinct, and not the sidecar's own.
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio
 */
export function ports(mesh: Mesh): Problem[] {
  return mesh.services.flatMap((service) => {
    const problem = (value: number | string, rule: string, remedy: string): Problem => ({
      path: ['services', service.name, 'ports'],
      value,
      rule,
      remedy,
    });
    const targets = [...new Set(service.ports.flatMap((port) => targetPortsOf(port, service)))];
    const numbers = [...new Set([...service.ports.map((port) => port.number), ...targets])];
    return [
      ...numbers
        .filter((number) => !isPort(number))
        .map((number) => problem(number, portRule, 'use the port the process listens on')),
      ...targets
        .filter((number) => sidecarPorts.has(number))
        .map((number) => problem(number, 'Istio keeps this port for the sidecar', 'let the process listen on another')),
      ...service.ports
        .map(portName)
        .filter((name) => !/^[a-z][a-z0-9-]{0,13}[a-z0-9]$/.test(name))
        .map((name) =>
          problem(name, 'a port name has at most 15 lower-case letters, digits and dashes', 'shorten the suffix'),
        ),
      ...repeated(service.ports, (port) => port.number).map((port) =>
        problem(port.number, 'a service has a port number once', 'remove the second port or renumber it'),
      ),
      ...releasesOf(service).flatMap((release) => listening(service, release)),
      ...exchanged(service),
      ...repeated(service.ports, portName).map((port) =>
        problem(portName(port), 'a service has a port name once', 'give the second port a `suffix`'),
      ),
    ];
  });
}

/** A release listens once for each port of its service. */
function listening({ name, ports: own }: Service, release: Release): Problem[] {
  const path = ['services', name, release.name, 'listensOn'];
  const numbers = [...new Set(own.map(({ number }) => number))];
  const unknown = Object.keys(release.listensOn ?? {}).filter((number) => !numbers.includes(Number(number)));
  const distinct = [...new Map(own.map((port) => [port.number, port])).values()];
  return [
    ...unknown.map((number) => ({
      path,
      value: number,
      rule: `${name} has no such port`,
      remedy: `use one of ${numbers.join(', ')}`,
    })),
    ...repeated(distinct, (port) => targetPortOf(port, release)).map((port) => ({
      path,
      value: targetPortOf(port, release),
      rule: 'a process listens once on a port',
      remedy: 'give the second port a number of its own in listensOn',
    })),
  ];
}

/**
 * No process port stands behind two ports of a service, the one of stable and the other of the canary: policies name ports of
 * pods, so whoever may call the one could call the other.
 */
function exchanged({ name, ports: own, stable, canary }: Service): Problem[] {
  if (canary === undefined) {
    return [];
  }
  return own.flatMap((port) => {
    const value = targetPortOf(port, canary);
    const other = own.find((one) => one.number !== port.number && targetPortOf(one, stable) === value);
    return other === undefined || targetPortOf(other, canary) === value
      ? []
      : [
          {
            path: ['services', name, 'canary', 'listensOn'],
            value,
            rule: `stable listens there for port ${other.number}, whose callers policies could not tell from those of port ${port.number}`,
            remedy: 'give the port a number in listensOn that stable has for no other port',
          },
        ];
  });
}
