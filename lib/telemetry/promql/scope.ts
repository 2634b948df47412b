import { type Release, type ReleaseName, releasesOf, type Service } from '../../model/service';
import { is, isOneOf, type Label, type Matcher } from './selector';

/** Whose requests a query is about, and what it tells apart. */
export interface Scope {
  readonly matchers: readonly Matcher[];
  readonly by: readonly Label[];
  /** Whether some of the requests carry a gRPC status. */
  readonly grpc: boolean;
}

/** All requests to a service, also those that failed before a release was chosen. */
export function wholeService(service: Service): Scope {
  return { ...toServices([service]), by: [] };
}

/** The requests that one release answered. */
export function oneRelease(service: Service, release: Release): Scope {
  const { matchers, grpc } = wholeService(service);
  return { matchers: [...matchers, is('destination_version', release.name)], by: [], grpc };
}

/** The release of one name of each service. */
export function releaseOfEach(services: readonly Service[], name: ReleaseName): Scope {
  const scope = toServices(services);
  return { ...scope, matchers: [...scope.matchers, is('destination_version', name)] };
}

/** Each release of one service. */
export function eachRelease(service: Service): Scope {
  return { ...everyRelease([service]), by: ['destination_version'] };
}

/** Each release of each service. */
export function everyRelease(services: readonly Service[]): Scope {
  const { matchers, by, grpc } = toServices(services);
  const names = services.flatMap((service) => releasesOf(service).map((release) => release.name));
  return {
    matchers: [...matchers, isOneOf('destination_version', names)],
    by: [...by, 'destination_version'],
    grpc,
  };
}

/** Each service as a whole. */
export function toServices(services: readonly Service[]): Scope {
  return {
    matchers: [
      isOneOf(
        'destination_service_namespace',
        services.map((service) => service.namespace),
      ),
      isOneOf(
        'destination_service_name',
        services.map((service) => service.serviceName),
      ),
    ],
    by: ['destination_service_namespace', 'destination_service_name'],
    grpc: services.some((service) => service.ports.some((port) => port.protocol === 'grpc')),
  };
}

/** The same requests as far as they come from the pods of one service. */
export function sentBy(caller: Service, scope: Scope): Scope {
  const from = [is('source_workload_namespace', caller.namespace), is('source_app', caller.name)];
  return { ...scope, matchers: [...scope.matchers, ...from] };
}

/** Services whose proxies see requests, not only connections. */
export function withRequests(services: readonly Service[]): Service[] {
  return services.filter((service) => service.ports.some((port) => port.protocol !== 'tcp'));
}

/** Services with a port of which proxies see only connections. */
export function withConnections(services: readonly Service[]): Service[] {
  return services.filter((service) => service.ports.some((port) => port.protocol === 'tcp'));
}
