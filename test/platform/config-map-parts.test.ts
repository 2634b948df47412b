import { configMapParts } from '../../lib/platform/config-map-parts';

const mebibyte = 2 ** 20;

describe('files for ConfigMaps', () => {
  it('are one part as long as one holds them', () => {
    const files = { a: 'x'.repeat(mebibyte / 2 - 1), b: 'x'.repeat(mebibyte / 2 - 1) };
    expect(configMapParts(files)).toEqual([files]);
  });

  it('are two as soon as one does not, in their order', () => {
    const files = { a: 'x'.repeat(mebibyte / 2), b: 'x'.repeat(mebibyte / 2), c: 'x' };
    expect(configMapParts(files).map((part) => Object.keys(part))).toEqual([['a'], ['b', 'c']]);
  });

  it('are measured in bytes, not in letters', () => {
    expect(configMapParts({ a: 'ä'.repeat(mebibyte / 2 - 1), b: 'x' })).toHaveLength(2);
  });

  it('are no part where there are none', () => {
    expect(configMapParts({})).toEqual([]);
  });

  it('are refused if no ConfigMap holds one of them', () => {
    expect(() => configMapParts({ 'big.json': 'x'.repeat(mebibyte) })).toThrow(
      'big.json has 1048584 bytes, but a ConfigMap holds 1048576',
    );
  });
});
