import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import type { Manifest } from '../../../lib/analysis/manifest/manifest';
import { rollbackSafety } from '../../../lib/analysis/plan/rollback';
import type { Split } from '../../../lib/model/traffic';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { manifestsOf } from '../inputs';

function tiers(splits: Readonly<Record<string, Split>>): readonly Manifest[] {
  return manifestsOf(...rendered(threeTiers({ splits }), { access: false }));
}

const manifests = tiers({ frontend: 10, backend: 20, ml: 'follow' });

/** The routes without any share, callers before their callees. */
const rollback = tiers({ frontend: 0, backend: 0, ml: 'follow' })
  .filter(({ kind }) => kind === 'VirtualService')
  .reverse();

function safety(routes: readonly Manifest[]) {
  return rollbackSafety({ manifests, rollback: routes, assumed: assumedManifests(manifests) });
}

describe('a rollback', () => {
  it('is safe from every share, in whatever order its routes are written', () => {
    const { breach, states } = safety(rollback);
    expect(breach).toBeUndefined();
    // Two routes change, in either order: three states from each of five shares, and one to compare with.
    expect(states).toBeGreaterThanOrEqual(15);
  });

  it('is unsafe if it sends requests to a release that is not there, and says from which share', () => {
    const [frontend, ...others] = rollback;
    const broken = JSON.stringify(frontend?.content).replaceAll('"stable"', '"old"');
    const { breach } = safety([...manifestsOf(broken), ...others]);
    expect(breach?.wave).toBe('the rollback from 5 %');
    expect(breach?.broken.join('\n')).toMatch(/fails: no DestinationRule for .* has a subset/);
  });
});
