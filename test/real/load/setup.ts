import { k6 } from '../parts/k6';

/** Here and not in a test: a build may take minutes, and a setup has no time limit. */
export default async function setup(): Promise<void> {
  await k6();
}
