import fc from 'fast-check';
import { declaredIn, projectionsOf } from './agreement';
import { randomMesh } from './random-mesh';

describe('of 10 meshes of up to thirty services, drawn the same way every time', () => {
  it('every projection draws the edges that were declared, and those of the platform', () => {
    fc.assert(
      fc.property(randomMesh({ services: 30, calls: 60 }), (mesh) => {
        expect(projectionsOf(mesh)).toEqual(declaredIn(mesh));
      }),
      { seed: 20_260_917, numRuns: 10 },
    );
  });
});
