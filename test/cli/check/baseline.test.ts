import { baselineOf, compare } from '../../../cli/check/baseline';
import { Places } from '../../../cli/check/places';
import { finding } from './results';

const places = new Places(['edge.yaml', 'apps/edge.yaml']);
const moved = {
  ...finding,
  line: 90,
  file: 'apps/edge.yaml',
  message: finding.message.replace('edge.yaml:12', 'apps/edge.yaml:7'),
};

describe('a baseline', () => {
  it('knows a finding whose lines and files have moved', () => {
    const { known, stale } = compare([moved], baselineOf([finding], places), places);
    expect([known.has(moved), stale]).toEqual([true, 0]);
  });

  it.each(['code', 'object', 'field', 'message'] as const)('does not know a finding with another %s', (name) => {
    const other = { ...finding, [name]: 'other' };
    const { known, stale } = compare([other], baselineOf([finding], places), places);
    expect([known.size, stale]).toEqual([0, 1]);
  });

  it('counts equal findings', () => {
    const entries = baselineOf([finding, moved], places);
    expect(entries).toMatchObject([{ count: 2 }]);
    const three = [{ ...finding }, { ...finding }, { ...finding }];
    expect([...compare(three, entries, places).known]).toEqual(three.slice(0, 2));
    expect(compare([finding], entries, places).stale).toBe(1);
  });

  it('is the same whatever the order of the files', () => {
    const other = { ...finding, code: 'IST0001' };
    expect(baselineOf([finding, other], places)).toEqual(baselineOf([other, finding], places));
  });

  it('keeps what looks like a place and is none', () => {
    expect(baselineOf([{ ...finding, message: 'port shop:8080' }], places)[0]?.message).toBe('port shop:8080');
  });
});
