import { isSplit, splitProblems, splits } from '../../../lib/model/rules/splits';
import type { Split } from '../../../lib/model/traffic';
import { orders, sampleMesh, shop, stock } from '../../support/sample';

describe('splits', () => {
  const find = (name: string, split: Split) =>
    splits(sampleMesh({ traffic: { pins: [], splits: new Map([[name, split]]) } }));

  it('finds a split of a service that does not exist, and names the ones that can be split', () => {
    expect(find('basket', 10)).toMatchObject([
      { path: ['splits', 'basket'], value: 'basket', remedy: 'use one of: shop, orders' },
    ]);
  });

  it('finds a split of a service without a canary', () => {
    expect(find('stock', 10)).toMatchObject([
      { path: ['splits', 'stock'], rule: 'only a service with a canary release can be split' },
    ]);
  });

  it('finds an entry that shall follow a caller it does not have', () => {
    expect(find('shop', 'follow')).toMatchObject([{ path: ['splits', 'shop'], value: 'follow' }]);
  });

  it('finds a share above 100', () => {
    expect(find('shop', 101)).toMatchObject([{ path: ['splits', 'shop'], value: 101 }]);
  });

  it('does not find a share of 0 or 100, or a callee that follows', () => {
    expect([...find('shop', 0), ...find('shop', 100), ...find('orders', 'follow')]).toEqual([]);
  });

  it('reports two mistakes of one entry, and the mistakes of all entries', () => {
    const found = splitProblems(
      [
        ['basket', 'ten'],
        ['shop', -1],
      ],
      [shop, orders, stock],
      new Set(),
    );
    expect(found.map(({ path, value }) => [path[1], value])).toEqual([
      ['basket', 'basket'],
      ['basket', 'ten'],
      ['shop', -1],
    ]);
  });
});

describe('a split', () => {
  it.each([0, 1, 100, 'follow'])('can be %p', (split) => {
    expect(isSplit(split)).toBe(true);
  });

  it.each([-1, 101, 10.5, NaN, '10', '10%', 'Follow', '', true, null, undefined, [10], {}])(
    'can not be %p',
    (split) => {
      expect(isSplit(split)).toBe(false);
    },
  );
});
