import { waveAnnotation, waveOf } from '../../../lib/analysis/views/wave';

const written = (wave: string): number => waveOf({ annotations: { [waveAnnotation]: wave } });

describe('a wave', () => {
  it.each([
    ['3', 3],
    ['-2', -2],
    ['+1', 1],
    ['007', 7],
  ])('is the integer %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each(['1.0', '1e1', '0x1', ' 1', 'first', ''])('is 0 where %j is no integer', (text) => {
    expect(written(text)).toBe(0);
  });

  it('is 0 where nothing is written', () => {
    expect(waveOf({ annotations: {} })).toBe(0);
  });
});
