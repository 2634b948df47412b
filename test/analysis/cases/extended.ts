import type { Json } from '../mutation';

/** An object with more fields; nothing for what is no object. */
export function extended(old: Json, more: Readonly<Record<string, Json>>): Json | undefined {
  return typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, ...more } : undefined;
}
