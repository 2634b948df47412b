import type { Identity } from '../identity';
import type { Mesh } from '../mesh';
import type { Process } from '../process';
import { releasesOf } from '../service';

/** A process of the mesh, and whose it is. */
export interface OwnedProcess {
  /** The service or job. */
  readonly owner: Identity;
  readonly process: Process;
  /** Where the process is declared, such as `services.shop.canary`. */
  readonly path: readonly string[];
}

/** Everything that runs an image: the releases of every service, and the jobs. */
export function processesOf({ services, jobs = [] }: Mesh): OwnedProcess[] {
  return [
    ...services.flatMap((service) =>
      releasesOf(service).map((release) => {
        return { owner: service, process: release, path: ['services', service.name, release.name] };
      }),
    ),
    ...jobs.map((job) => ({ owner: job, process: job, path: ['jobs', job.name] })),
  ];
}
