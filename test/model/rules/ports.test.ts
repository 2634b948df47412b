import { isPort, ports } from '../../../lib/model/rules/ports';
import type { Port } from '../../../lib/model/service';
import { meshOf, sampleService } from '../sample';

describe('ports', () => {
  const find = (...found: readonly [Port, ...Port[]]) => ports(meshOf(sampleService('shop', { ports: found })));

  it('finds a number that is no port', () => {
    expect(find({ number: 70_000, protocol: 'http', targetPort: 80 })).toMatchObject([
      { path: ['services', 'shop', 'ports'], value: 70_000 },
    ]);
  });

  it('finds a port of the process that is none', () => {
    expect(find({ number: 80, protocol: 'http', targetPort: 0 })).toMatchObject([{ value: 0 }]);
  });

  it('finds a number that is no port once, also without a port of the process beside it', () => {
    expect(find({ number: 70_000, protocol: 'http' })).toHaveLength(1);
  });

  it('finds a process on a port of the sidecar', () => {
    expect(find({ number: 80, protocol: 'http', targetPort: 15_090 })).toMatchObject([
      { value: 15_090, rule: 'Istio keeps this port for the sidecar' },
    ]);
  });

  it('finds a number that two ports have', () => {
    expect(find({ number: 80, protocol: 'http' }, { number: 80, protocol: 'grpc' })).toMatchObject([
      { value: 80, rule: 'a service has a port number once' },
    ]);
  });

  it('finds a name that two ports have', () => {
    expect(find({ number: 80, protocol: 'http' }, { number: 81, protocol: 'http' })).toMatchObject([
      { value: 'http', rule: 'a service has a port name once' },
    ]);
  });

  it.each(['Admin', 'a-suffix-too-long', 'a_b'])('finds the suffix %s, which no port name can have', (suffix) => {
    expect(find({ number: 80, protocol: 'http', suffix })).toHaveLength(1);
  });

  it('does not find two ports that a suffix tells apart, or a sidecar port that only callers use', () => {
    expect(
      find({ number: 15_090, protocol: 'http', targetPort: 80 }, { number: 81, protocol: 'http', suffix: 'admin' }),
    ).toEqual([]);
  });
});

describe('a port number', () => {
  it.each([1, 80, 65_535])('can be %d', (number) => {
    expect(isPort(number)).toBe(true);
  });

  it.each([0, -1, 65_536, 80.5, NaN, Infinity, '80', null, undefined, [80], true])('can not be %p', (number) => {
    expect(isPort(number)).toBe(false);
  });
});
