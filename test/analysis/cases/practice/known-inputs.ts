import type { Json, Mutation } from '../../mutation';

/**
 * The same faults, but only in the inputs that declare one of the namespaces: what is a fault there
 * may be none elsewhere.
 */
export function inInputsOf(
  namespaces: readonly string[],
  mutations: Readonly<Record<string, Mutation>>,
): Record<string, Mutation> {
  const only =
    (mutation: Mutation): Mutation =>
    (objects) =>
      objects.some(({ kind, name }) => kind === 'Namespace' && namespaces.includes(name)) ? mutation(objects) : [];
  return Object.fromEntries(Object.entries(mutations).map(([name, mutation]) => [name, only(mutation)]));
}

/** An object with more fields; nothing for what is no object. */
export function extended(old: Json, more: Readonly<Record<string, Json>>): Json | undefined {
  return typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, ...more } : undefined;
}
