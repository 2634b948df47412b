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
