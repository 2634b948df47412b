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

/** Who may see an object: what it says, and where it lives. */
export interface Exported {
  readonly namespace: string;
  readonly exportTo: readonly string[];
}

/** Whether two objects are visible in one namespace, of those they live in or name. */
export function areSeenTogether(one: Exported, other: Exported): boolean {
  const readers = [one, other].flatMap(({ namespace, exportTo }) => [namespace, ...exportTo]);
  return readers
    .filter((reader) => !['.', '*', '~'].includes(reader))
    .some((reader) => [one, other].every(({ namespace, exportTo }) => isVisible(exportTo, namespace, reader)));
}
