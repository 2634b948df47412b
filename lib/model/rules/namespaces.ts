import { type Mesh, membersOf } from '../mesh';
import type { Problem } from '../problem';

/** Namespaces that something else lives in, which our default-deny would cut off. */
const foreign = new Set([
  ...['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'],
  ...['istio-system', 'istio-ingress', 'observability'],
]);

/** Services live in namespaces of their own, and modes are set for those alone. */
export function namespaces(mesh: Mesh): Problem[] {
  const members = membersOf(mesh);
  const own = new Set(members.map(({ namespace }) => namespace));
  return [
    ...members
      .filter(({ namespace }) => foreign.has(namespace))
      .map(({ name, namespace }) => ({
        path: ['services', name, 'namespace'],
        value: namespace,
        rule: 'a namespace of the mesh is closed by default, and this one belongs to the cluster or the platform',
        remedy: 'choose another namespace',
      })),
    ...[...(mesh.mutualTls?.keys() ?? [])]
      .filter((namespace) => !own.has(namespace))
      .map((namespace) => ({
        path: ['mutualTls', namespace],
        value: namespace,
        rule: 'a mode is set for a namespace of the mesh',
        remedy: `use one of: ${[...own].join(', ')}`,
      })),
  ];
}
