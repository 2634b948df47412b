import fc from 'fast-check';
import { check } from '../../lib/model/check';
import { meshOf, orders, shop, stock } from '../support/sample';
import { randomMesh } from './random-mesh';
import { wildMesh } from './wild-mesh';

/** The same meshes on every run. */
const sameEveryTime = { seed: 20_260_917, numRuns: 500 };

describe('whatever is wrong with a mesh', () => {
  it('is reported as problems, each with a place, a rule and a remedy, and never thrown', () => {
    fc.assert(
      fc.property(wildMesh, (mesh) => {
        const silent = check(mesh).filter(
          ({ path, rule, remedy }) => path.length === 0 || rule === '' || remedy === '',
        );
        expect(silent).toEqual([]);
      }),
      sameEveryTime,
    );
  });

  it('is found in nine of ten', () => {
    const found = fc.sample(wildMesh, sameEveryTime).filter((mesh) => check(mesh).length > 0);
    expect(found.length).toBeGreaterThan(sameEveryTime.numRuns * 0.9);
  });

  it('is found when a call leads back, and when a service calls itself', () => {
    fc.assert(
      fc.property(randomMesh({ services: 8, calls: 12 }), fc.nat(), (mesh, place) => {
        const call = mesh.calls.filter(({ caller }) => mesh.services.some((service) => service === caller))[
          place % Math.max(1, mesh.calls.length)
        ];
        const caller = mesh.services.find((service) => service === call?.caller);
        if (call !== undefined && caller !== undefined) {
          const back = { ...mesh, calls: [...mesh.calls, { caller: call.callee, callee: caller }] };
          expect(check(back).map(({ rule }) => rule)).toEqual(
            expect.arrayContaining([expect.stringContaining('calls do not go in a circle')]),
          );
          const self = { ...mesh, calls: [...mesh.calls, { caller, callee: caller }] };
          expect(check(self).map(({ rule }) => rule)).toContain('a service does not call itself');
        }
      }),
      { ...sameEveryTime, numRuns: 100 },
    );
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 32])('is reported for %d retries', (attempts) => {
    const retries = { attempts, perTry: '1s', on: ['5xx'] } as const;
    const calls = [
      { caller: shop, callee: orders, timeout: '5s' as const },
      { caller: orders, callee: stock, retries, idempotent: true },
    ];
    expect(check({ ...meshOf(shop, orders, stock), calls }).length).toBeGreaterThan(0);
  });
});
