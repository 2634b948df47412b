import type { Workload } from '../analysis/views/workload';

/** How the pods of a workload call themselves in their answers. */
export function releaseName({ name, containers }: Workload): string {
  return containers.flatMap(({ env }) => env).find((one) => one.name === 'NAME')?.value ?? name;
}
