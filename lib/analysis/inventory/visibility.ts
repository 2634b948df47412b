import type { Manifest } from '../manifest/manifest';

/**
 * Whether an object of one namespace is visible in another, by its `exportTo`: an empty list is
 * `*`, `.` is the object's own namespace, `~` is nobody.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-export_to
 */
export function isVisible(exportTo: readonly string[], owner: string, reader: string): boolean {
  return (
    exportTo.length === 0 ||
    exportTo.some((target) => target === '*' || target === reader || (target === '.' && owner === reader))
  );
}

/**
 * Objects in the order in which a reader's proxies take them: those that the reader's namespace keeps to itself, those that are
 * exported to it by name, and those that are for everybody.
 * @param items all visible to the reader
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/push_context.go VirtualServicesForGateway
 */
export function closestFirst<T extends Exporting>(items: readonly T[], reader: string): T[] {
  const rankOf = (item: T): number => {
    const { namespace, exportTo } = exportOf(item);
    const isPublic = exportTo.length === 0 || exportTo.includes('*');
    return isPublic ? 2 : namespace === reader ? 0 : 1;
  };
  return [...items].sort((one, other) => rankOf(one) - rankOf(other));
}

/** An object of Istio that says to whom it is exported. */
interface Exporting {
  readonly manifest: Pick<Manifest, 'namespace'>;
  readonly spec: { readonly exportTo: readonly string[] };
}

export function exportOf({ manifest: { namespace }, spec: { exportTo } }: Exporting): Exported {
  return { namespace, exportTo };
}

/** Who may see an object: what it says, and where it lives. */
export interface Exported {
  readonly namespace: string;
  readonly exportTo: readonly string[];
}

/** What declares a host, or a wildcard that stands for it. */
export interface Declaration extends Exported {
  readonly host: string;
}

/** Whether two objects are visible in one namespace, of those they live in or name. */
export function areSeenTogether(one: Exported, other: Exported): boolean {
  const readers = [one, other].flatMap(({ namespace, exportTo }) => [namespace, ...exportTo]);
  return readers
    .filter((reader) => !['.', '*', '~'].includes(reader))
    .some((reader) => [one, other].every(({ namespace, exportTo }) => isVisible(exportTo, namespace, reader)));
}
