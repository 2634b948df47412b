import { join } from 'node:path';

/** The folder of the package: above this file, and above the bundle that it becomes a part of. */
export const packageRoot = join(__dirname, '..');

/** What runs as the `lab` command. */
export const labFile = join(packageRoot, 'bin', 'lab.cjs');
