import { isPort, ports } from '../../../lib/model/rules/ports';
import type { Port } from '../../../lib/model/service';
import { meshOf, sampleRelease, sampleService } from '../../support/sample';

describe('ports', () => {
  const find = (listensOn: Readonly<Record<number, number>>, ...found: readonly [Port, ...Port[]]) =>
    ports(meshOf(sampleService('shop', { ports: found, stable: sampleRelease('stable', { listensOn }) })));

  it('finds a number that is no port', () => {
    expect(find({ 70_000: 80 }, { number: 70_000, protocol: 'http' })).toMatchObject([
      { path: ['services', 'shop', 'ports'], value: 70_000 },
    ]);
  });

  it('finds a port of the process that is none', () => {
    expect(find({ 80: 0 }, { number: 80, protocol: 'http' })).toMatchObject([{ value: 0 }]);
  });

  it('finds a number that is no port once, also without a port of the process beside it', () => {
    expect(find({}, { number: 70_000, protocol: 'http' })).toHaveLength(1);
  });

  it('finds a process on a port of the sidecar', () => {
    expect(find({ 80: 15_090 }, { number: 80, protocol: 'http' })).toMatchObject([
      { value: 15_090, rule: 'Istio keeps this port for the sidecar' },
    ]);
  });

  it('finds a number that two ports have', () => {
    expect(find({}, { number: 80, protocol: 'http' }, { number: 80, protocol: 'grpc' })).toMatchObject([
      { value: 80, rule: 'a service has a port number once' },
    ]);
  });

  it('finds a process that listens twice on a port, and one behind a port that its service has not', () => {
    const [web, admin]: [Port, Port] = [
      { number: 80, protocol: 'http' },
      { number: 81, protocol: 'grpc' },
    ];
    expect(find({ 80: 8080, 81: 8080 }, web, admin)).toMatchObject([
      { path: ['services', 'shop', 'stable', 'listensOn'], value: 8080, rule: 'a process listens once on a port' },
    ]);
    expect(find({ 82: 8080 }, web, admin)).toMatchObject([{ value: '82', remedy: 'use one of 80, 81' }]);
  });

  it('finds a canary that listens for one port where stable listens for another', () => {
    const [web, admin]: [Port, Port] = [
      { number: 80, protocol: 'http' },
      { number: 81, protocol: 'grpc' },
    ];
    const exchange = (listensOn: Readonly<Record<number, number>>) => {
      const canary = sampleRelease('canary', { listensOn });
      return ports(meshOf(sampleService('shop', { ports: [web, admin], canary })));
    };
    expect(exchange({ 80: 82, 81: 80 })).toMatchObject([
      {
        path: ['services', 'shop', 'canary', 'listensOn'],
        value: 80,
        rule: expect.stringContaining('port 80') as string,
      },
    ]);
    expect(exchange({ 80: 82, 81: 83 })).toEqual([]);
  });

  it('finds a name that two ports have', () => {
    expect(find({}, { number: 80, protocol: 'http' }, { number: 81, protocol: 'http' })).toMatchObject([
      { value: 'http', rule: 'a service has a port name once' },
    ]);
  });

  it.each(['Admin', 'a-suffix-too-long', 'a_b'])('finds the suffix %s, which no port name can have', (suffix) => {
    expect(find({}, { number: 80, protocol: 'http', suffix })).toHaveLength(1);
  });

  it('does not find two ports that a suffix tells apart, or a sidecar port that only callers use', () => {
    expect(
      find({ 15_090: 80 }, { number: 15_090, protocol: 'http' }, { number: 81, protocol: 'http', suffix: 'admin' }),
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
