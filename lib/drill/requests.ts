import type { Scene } from './scene';
import type { Look, Symptom } from './symptom';

/** Requests that ask for the canary by a header. */
export function pinned(scene: Scene, requests: number, look: Look, shows: string): Symptom {
  return { ...plain(scene, requests, look, shows), headers: scene.pin };
}

/** Requests of anybody. */
export function plain({ scheme, host }: Scene, requests: number, look: Look, shows: string): Symptom {
  return { scheme, host, headers: {}, requests, look, shows };
}
