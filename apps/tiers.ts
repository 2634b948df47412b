import { join } from 'node:path';
import { version } from '../package.json';

/** The tiers of 3RVision, callees first, with the port that each listens on. */
export const tiers = [
  { name: 'ml', port: 5001 },
  { name: 'backend', port: 8080 },
  { name: 'frontend', port: 3000 },
] as const;

export type Tier = (typeof tiers)[number]['name'];

export const releases = ['stable', 'canary'] as const;
export type Release = (typeof releases)[number];

/** The sources of a tier. */
export function folderOf(tier: Tier): string {
  return join(__dirname, tier);
}

/**
 * The image of a release. No registry has it, and none may: whoever would pull it instead of loading it asks its own
 * machine.
 */
export function imageOf(tier: Tier, release: Release): string {
  return `localhost/3rvision/${tier}:${version}-${release}`;
}
