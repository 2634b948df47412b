import type { Service } from '../../../lib/model/service';
import { defaultSettings } from '../../../stacks/settings';
import { threeTierMesh } from '../../../stacks/three-tier';
import type { Live } from '../../../cli/status/live';
import type { Status } from '../../../cli/status/status';

export const services: readonly Service[] = threeTierMesh(defaultSettings, { pins: [], splits: new Map() }).services;

/** A service of a cluster where all is well. */
export const healthy: Live = { ready: { stable: 2, canary: 2 }, split: 0, mutualTls: 'STRICT' };

/** A lab where all is well, and nobody asks for anything. */
export const quiet: Status = {
  cluster: 'kind-lab',
  services,
  wanted: new Map(),
  live: { state: 'known', value: services.map(() => healthy) },
  measured: { state: 'known', value: new Map() },
  drift: { state: 'known', value: { summary: 'none', objects: [] } },
};
