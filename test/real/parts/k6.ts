import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { k6Image } from '../../../lib/versions';
import { goBuild } from './go-build';

const otherwise = 'set K6 to the path of a k6';

/** The path of k6: the one that K6 names, or the version that runs in the cluster, built. */
export async function k6(): Promise<string> {
  const { K6 } = process.env;
  if (K6) {
    if (statSync(K6, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new Error(`K6 is ${K6}, which is no file`);
    }
    return resolve(K6);
  }
  return goBuild({
    name: 'k6',
    module: 'go.k6.io/k6',
    version: `v${k6Image.replace(/.*:/, '')}`,
    package: 'go.k6.io/k6',
    why: 'to run the load test with the real k6',
    duration: '1 to 5 minutes',
    otherwise,
  });
}
