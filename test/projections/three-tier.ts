import type { Split } from '../../lib/model/traffic';
import { defaultSettings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';

/** The three tiers as they are started: a pin, one share at the entry, and lanes behind it. */
export const mesh = threeTierMesh(defaultSettings, {
  pins: [{ header: 'x-canary', value: 'true' }],
  splits: new Map<string, Split>([
    ['frontend', 10],
    ['backend', 'follow'],
    ['ml', 'follow'],
  ]),
});
