import { tries } from '../../../lib/model/rules/tries';
import { orders, sampleMesh, shop, stock } from '../../support/sample';

const again = (attempts: number) => ({
  idempotent: true,
  retries: { attempts, perTry: '1s', on: ['5xx'] } as const,
});
const mesh = (edge: number, first: number, second: number, maxTries = 4) =>
  sampleMesh({
    maxTries,
    calls: [
      { caller: shop, callee: orders, ...(first > 0 ? again(first) : {}) },
      { caller: orders, callee: stock, ...(second > 0 ? again(second) : {}) },
    ],
    edges: [{ service: shop, hosts: ['shop.localhost'], ...(edge > 0 ? again(edge) : {}) }],
  });

describe('tries', () => {
  it('finds retries that multiply along a path, and shows how', () => {
    expect(tries(mesh(0, 2, 1))).toMatchObject([
      {
        path: ['calls', 'shop -> orders -> stock'],
        value: 6,
        rule: 'tries multiply along shop -> orders -> stock: 3 x 2 = 6, and one request may cause 4 at most',
      },
    ]);
  });

  it('finds a path once, where it first goes above the limit', () => {
    expect(tries(mesh(2, 2, 2)).map(({ value }) => value)).toEqual([9]);
  });

  it('finds more than the limit of the mesh', () => {
    expect(tries(mesh(0, 0, 2, 2))).toMatchObject([{ value: 3 }]);
  });

  it('takes the worst of two ways to a service', () => {
    const calls = [
      { caller: shop, callee: orders, ...again(2) },
      { caller: shop, callee: stock },
      { caller: orders, callee: stock, ...again(1) },
    ];
    expect(tries(sampleMesh({ calls }))).toMatchObject([{ value: 6 }]);
  });

  it('does not find retries up to the limit', () => {
    expect([...tries(mesh(0, 0, 3)), ...tries(mesh(0, 1, 1)), ...tries(mesh(0, 0, 0, 1))]).toEqual([]);
  });

  it('does not find retries on a circle, which the rule of cycles does', () => {
    const circle = [
      { caller: shop, callee: orders, ...again(3) },
      { caller: orders, callee: shop, ...again(3) },
    ];
    expect(tries(sampleMesh({ calls: circle }))).toEqual([]);
  });
});
