import type { Finding } from '../../lib/analysis/finding';
import type { Graph } from '../../lib/analysis/graph/graph';

/** All findings of a picture, each once, in the order of namespaces. */
export function findingsIn({ namespaces }: Graph): Finding[] {
  const all = namespaces.flatMap(({ findings, services, pods }) => [
    ...findings,
    ...services.flatMap((service) => [...service.findings, ...service.pods.flatMap((one) => one.findings)]),
    ...pods.flatMap((one) => one.findings),
  ]);
  return [...new Set(all)];
}

/** `app.yaml:12` */
export function placeText({ file, line }: Finding): string {
  return `${file}:${line}`;
}
