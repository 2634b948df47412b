import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';
import { readTraffic } from '../../stacks/traffic';
import { places } from '../input/places';

const mesh = threeTierMesh(defaultSettings, { pins: [], splits: new Map() });
const read = (...lines: readonly string[]) => readTraffic({ name: 'traffic.yaml', text: lines.join('\n') }, mesh);

describe('the traffic', () => {
  it('is pins, and a split for each service', () => {
    const lines = ['pins: [{ header: x-canary, value: "true" }]', 'splits: { frontend: 10, backend: follow, ml: 100 }'];
    expect(read(...lines).value).toEqual({
      pins: [{ header: 'x-canary', value: 'true' }],
      splits: new Map<string, unknown>([
        ['frontend', 10],
        ['backend', 'follow'],
        ['ml', 100],
      ]),
    });
  });

  it('is all stable in an empty file', () => {
    expect(read().value).toEqual({ pins: [], splits: new Map() });
  });

  it('of this checkout has no problems', () => {
    const text = readFileSync(join(__dirname, '..', '..', 'traffic.yaml'), 'utf8');
    expect(readTraffic({ name: 'traffic.yaml', text }, mesh).problems).toEqual([]);
  });
});

describe('a split', () => {
  it.each([
    ['above 100', 'frontend: 101'],
    ['below 0', 'frontend: -1'],
    ['of half percents', 'frontend: 10.5'],
    ['in words', 'frontend: ten'],
    ['in quotes', 'frontend: "10"'],
    ['with a percent sign', 'frontend: 10%'],
    ['of nothing', 'frontend:'],
    ['of a list', 'frontend: [10]'],
    ['that follows nobody', 'frontend: follow'],
    ['of an unknown service', 'shop: 10'],
    ['of a word every object knows', 'constructor: 10'],
  ])('is refused %s', (_, line) => {
    expect(places(read('splits:', '', `  ${line}`).problems)).toEqual([
      `traffic.yaml:3 splits.${line.slice(0, line.indexOf(':'))}`,
    ]);
  });

  it('of an unknown service names the services there are', () => {
    expect(read('splits: { shop: 10 }').problems).toMatchObject([{ remedy: 'use one of: frontend, backend, ml' }]);
  });

  it('of the service __proto__ is refused as any unknown one', () => {
    expect(places(read('splits:', '  __proto__: 10').problems)).toEqual(['traffic.yaml:2 splits.__proto__']);
  });
});

describe('a pin', () => {
  it.each([
    ['a value that is true without quotes', 'header: x-a, value: true', '0.value'],
    ['a number without quotes', 'header: x-a, value: 1', '0.value'],
    ['an empty value', 'header: x-a, value: ""', '0.value'],
    ['no value', 'header: x-a', '0.value'],
    ['a header in upper case', 'header: X-A, value: "1"', '0.header'],
    ['a pseudo-header', 'header: ":path", value: "1"', '0.header'],
    ['an unknown field', 'header: x-a, value: "1", weight: 3', '0.weight'],
  ])('is refused with %s', (_, fields, path) => {
    expect(places(read('pins:', `  - { ${fields} }`).problems)).toEqual([`traffic.yaml:2 pins.${path}`]);
  });

  it('is told to put quotes around true', () => {
    expect(read('pins: [{ header: x-a, value: true }]').problems).toMatchObject([
      { value: true, remedy: 'put quotes around it, as in "true"' },
    ]);
  });

  it('is not taken for another whose value is no text either', () => {
    const pins = ['pins:', '  - { header: x-a, value: true }', '  - { header: x-a, value: false }'];
    expect(places(read(...pins).problems)).toEqual(['traffic.yaml:2 pins.0.value', 'traffic.yaml:3 pins.1.value']);
  });

  it('is checked although another pin has no text', () => {
    expect(
      places(read('pins:', '  - { header: X-A, value: "1" }', '  - { header: x-b, value: true }').problems),
    ).toEqual(['traffic.yaml:2 pins.0.header', 'traffic.yaml:3 pins.1.value']);
  });
});
