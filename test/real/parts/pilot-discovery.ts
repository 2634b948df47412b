import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { goBuild } from './go-build';

/** Of April 2026, ten days after the branch release-1.30 was made: the newest of that line that is published as a module. */
const version = 'v0.0.0-20260423205519-b01690e6db7d';

/**
 * The path of istiod: the one that PILOT_DISCOVERY names, or built. A path that leads nowhere is a mistake to tell, not one to
 * paper over with another version.
 */
export async function pilotDiscovery(): Promise<string> {
  const { PILOT_DISCOVERY } = process.env;
  if (!PILOT_DISCOVERY) {
    return goBuild({
      name: 'pilot-discovery',
      module: 'istio.io/istio',
      version,
      package: 'istio.io/istio/pilot/cmd/pilot-discovery',
      tags: ['vtprotobuf', 'disable_pgv'],
      why: 'to ask the real istiod what it makes of YAML',
      duration: '5 to 20 minutes',
      otherwise: 'set PILOT_DISCOVERY to the path of one',
    });
  }
  if (statSync(PILOT_DISCOVERY, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new Error(`PILOT_DISCOVERY is ${PILOT_DISCOVERY}, which is no file`);
  }
  return resolve(PILOT_DISCOVERY);
}
