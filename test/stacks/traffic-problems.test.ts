import { defaultSettings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';
import { readTraffic } from '../../stacks/traffic';
import { places } from '../input/places';

const mesh = threeTierMesh(defaultSettings, { pins: [], splits: new Map() });
const read = (...lines: readonly string[]) => readTraffic({ name: 'traffic.yaml', text: lines.join('\n') }, mesh);

describe('everything that is wrong with one file', () => {
  it('is reported at once, each at its line', () => {
    const { value, problems } = read(
      '# broken in every way',
      'pins:',
      '  - header: x-canary',
      '\t\tvalue: true',
      'splits:',
      '  frontend: follow',
      '  backend: 101',
      '  ml: -1',
      '  shop: 10.5',
      '  cache: ten',
      '  backend: 20',
      'weights: {}',
    );
    expect(value).toBeUndefined();
    expect(places(problems)).toEqual([
      'traffic.yaml:4',
      'traffic.yaml:4 pins.0.value',
      'traffic.yaml:6 splits.frontend',
      'traffic.yaml:7 splits.backend',
      'traffic.yaml:8 splits.ml',
      'traffic.yaml:9 splits.shop',
      'traffic.yaml:9 splits.shop',
      'traffic.yaml:10 splits.cache',
      'traffic.yaml:10 splits.cache',
      'traffic.yaml:11',
      'traffic.yaml:12 weights',
    ]);
  });

  it('is one problem for a tab, which hides nothing below it', () => {
    const { problems } = read('splits:', '  frontend: 10', '\tbackend: 101', '  ml: 10', '  ml: 20');
    expect(places(problems)).toEqual(['traffic.yaml:3', 'traffic.yaml:3 splits.backend', 'traffic.yaml:5']);
  });
});
