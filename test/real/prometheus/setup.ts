import { installPrometheus } from '../parts/prometheus';

/** Here and not in a test: an installation may take minutes, and a setup has no time limit. */
export default function setup(): Promise<void> {
  installPrometheus();
  return Promise.resolve();
}
