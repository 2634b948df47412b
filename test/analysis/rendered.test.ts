import fc from 'fast-check';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { randomMesh } from '../projections/random-mesh';
import { rendered } from '../support/render';
import { manifestsOf } from './inputs';

/** Every finding in a few words. */
function found(texts: readonly string[]): string[] {
  return findings(inventoryOf(manifestsOf(...texts)), allChecks).map(
    ({ code, object, field, message }) => `${code} ${object}: ${field}: ${message}`,
  );
}

describe('what is rendered of any mesh', () => {
  it('has no finding, for 60 meshes of all kinds, drawn the same way every time', () => {
    fc.assert(
      fc.property(randomMesh({ services: 5, calls: 8 }), (mesh) => {
        // One certificate is for one Gateway: of several edges the second is rightly reported.
        const [edge] = mesh.edges;
        expect(found(rendered({ ...mesh, edges: edge === undefined ? [] : [edge] }))).toEqual([]);
      }),
      { seed: 20_261_123, numRuns: 60 },
    );
  });
});
