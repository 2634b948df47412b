import { pins } from '../../../lib/model/rules/pins';
import type { HeaderPin } from '../../../lib/model/traffic';
import { sampleMesh } from '../../support/sample';

describe('pins', () => {
  const find = (...found: readonly HeaderPin[]) => pins(sampleMesh({ traffic: { pins: found, splits: new Map() } }));

  it.each(['X-Canary', 'x canary', '', ':path', ':authority', 'uri', 'scheme', 'method', 'authority'])(
    'finds the header %p',
    (header) => {
      expect(find({ header, value: 'true' })).toMatchObject([{ path: ['pins', 0, 'header'], value: header }]);
    },
  );

  it('finds an empty value', () => {
    expect(find({ header: 'x-canary', value: '' })).toMatchObject([{ path: ['pins', 0, 'value'], value: '' }]);
  });

  it('finds a pin that is written twice, at the second place', () => {
    const pin = { header: 'x-canary', value: 'true' };
    expect(find(pin, { ...pin, value: 'yes' }, { ...pin })).toMatchObject([{ path: ['pins', 2, 'header'] }]);
  });

  it('does not find pins of different headers or values', () => {
    expect(
      find(
        { header: 'x-canary', value: 'true' },
        { header: 'x-canary', value: 'always' },
        { header: 'x-user-type', value: 'beta-tester' },
      ),
    ).toEqual([]);
  });
});
