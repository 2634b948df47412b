import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where built programs are kept: outside the checkout, so that a clean checkout does not build them again. */
export function cacheFolder(): string {
  const { MESH_LAB_CACHE, XDG_CACHE_HOME } = process.env;
  return resolve(MESH_LAB_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'mesh-lab'));
}
