import { envoy } from '../parts/envoy';

/** The download happens here and not in a test: it takes as long as it takes, and a setup has no time limit. */
export default async function setup(): Promise<void> {
  await envoy();
}
