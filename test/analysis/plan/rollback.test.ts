import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import { rollbackSafety } from '../../../lib/analysis/plan/rollback';
import { rollbackFiles } from '../../../stacks/routes';
import { labOf, renderYaml } from '../../stacks/rendered';
import { manifestsOf } from '../inputs';

const written = { settings: 'access: false', traffic: 'splits: { frontend: 10, backend: 20, ml: follow }' };
const manifests = manifestsOf(...renderYaml(written).map(({ text }) => text));
const files = rollbackFiles(labOf(written).mesh).map(({ text }) => text);

function safety(...texts: string[]) {
  return rollbackSafety({ manifests, rollback: manifestsOf(...texts), assumed: assumedManifests(manifests) });
}

describe('a rollback', () => {
  it('is safe from every share, in whatever order its routes are written', () => {
    const { breach, states } = safety(...files);
    expect(breach).toBeUndefined();
    // Two routes change, in either order: three states from each of five shares, and one to compare with.
    expect(states).toBeGreaterThanOrEqual(15);
  });

  it('is unsafe if it sends requests to a release that is not there, and says from which share', () => {
    const [frontend = '', ...others] = files;
    const broken = frontend.replaceAll('subset: stable', 'subset: old');
    const { breach } = safety(broken, ...others);
    expect(breach?.wave).toBe('the rollback from 5 %');
    expect(breach?.broken.join('\n')).toMatch(/fails: no DestinationRule for .* has a subset/);
  });
});
