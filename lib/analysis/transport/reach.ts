/** All hosts of the mesh, as a reach. */
export const wholeMesh = '*';

const ofMesh: readonly string[] = ['*', '*.local', '*.cluster.local', '*.svc.cluster.local'];

/** The namespace whose hosts the wildcard of a DestinationRule stands for, or `*` for the whole mesh. */
export function reachOf(host: string): string | undefined {
  return ofMesh.includes(host) ? wholeMesh : /^\*\.([^.]+)\.svc\.cluster\.local$/.exec(host)?.[1];
}
