import { releasesOf } from '../../lib/model/service';
import { keyOf } from './releases';
import { isFine, type Part, type Status } from './status';

/** The lab for programs. What could not be found out is absent, and said under `unknown`. */
export function statusJson(status: Status): object {
  const { cluster, services, wanted, live, measured, drift } = status;
  return {
    cluster,
    isFine: isFine(status),
    services: services.map((service, index) => {
      const own = valueOf(live)?.[index];
      return {
        name: service.name,
        namespace: service.namespace,
        mutualTls: own?.mutualTls,
        wanted: wanted.get(service.name) ?? 0,
        live: own?.split,
        promotion: own?.promotion,
        releases: releasesOf(service).map(({ name, replicas }) => ({
          name,
          ready: own?.ready[name],
          replicas,
          ...valueOf(measured)?.get(keyOf(service, name)),
        })),
      };
    }),
    drift: valueOf(drift),
    unknown: Object.entries({ live, measured, drift }).flatMap(([part, found]) =>
      found.state === 'unknown' ? [{ part, because: found.because }] : [],
    ),
  };
}

function valueOf<T>(part: Part<T>): T | undefined {
  return part.state === 'known' ? part.value : undefined;
}
