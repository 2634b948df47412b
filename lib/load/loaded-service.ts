import type { CallGraph } from '../model/mesh';
import { deploymentName, type ReleaseName, releasesOf, type Service } from '../model/service';
import type { Split } from '../model/traffic';

/** A service of which the answers tell. */
export interface LoadedService {
  readonly service: string;
  /** The releases, and how each calls itself in an answer. */
  readonly releases: readonly { readonly release: ReleaseName; readonly name: string }[];
  readonly split: Split;
}

export function loadedService(service: Service, graph: CallGraph): LoadedService {
  const releases = releasesOf(service).map((release) => ({
    release: release.name,
    name: deploymentName(service, release),
  }));
  return { service: service.name, releases, split: graph.splitOf(service) };
}
