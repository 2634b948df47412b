import fc from 'fast-check';
import { declaredIn, projectionsOf } from './agreement';
import { randomMesh } from './random-mesh';

describe('of 190 small meshes, drawn the same way every time', () => {
  it('every projection draws the edges that were declared, and those of the platform', () => {
    fc.assert(
      fc.property(randomMesh({ services: 4, calls: 8 }), (mesh) => {
        expect(projectionsOf(mesh)).toEqual(declaredIn(mesh));
      }),
      { seed: 20_260_917, numRuns: 190 },
    );
  });
});
