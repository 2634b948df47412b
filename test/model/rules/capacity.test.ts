import { capacity } from '../../../lib/model/rules/capacity';
import type { Service } from '../../../lib/model/service';
import { meshOf, sampleMesh, sampleRelease, samplePolicy, sampleService, shop } from '../../support/sample';

const trafficPolicy = samplePolicy;
const find = (overrides: Partial<Service>) => capacity(meshOf(sampleService('shop', overrides)));
const ejecting = (maxPercent: number, replicas: number): Partial<Service> => ({
  stable: sampleRelease('stable', { replicas }),
  trafficPolicy: { ...trafficPolicy, ejection: { ...trafficPolicy.ejection, maxPercent } },
});

describe('capacity', () => {
  it.each([0, 101, 33.3, NaN])('finds %d percent as the share of pods that may be ejected', (maxPercent) => {
    expect(find(ejecting(maxPercent, 2))).toMatchObject([
      { path: ['services', 'shop', 'trafficPolicy', 'ejection', 'maxPercent'], value: maxPercent },
    ]);
  });

  it('finds an ejection that can never happen, and says which share would do', () => {
    expect(find(ejecting(10, 3))).toMatchObject([{ value: 10, remedy: 'use 34, or more replicas' }]);
  });

  it('does not find an ejection of exactly one pod', () => {
    expect([...find(ejecting(50, 2)), ...find(ejecting(34, 3)), ...find(ejecting(100, 1))]).toEqual([]);
  });

  const pooling = (maxConnections: number): Partial<Service> => ({
    trafficPolicy: { ...trafficPolicy, connectionPool: { ...trafficPolicy.connectionPool, maxConnections } },
  });

  it('does not find a pool of one connection for each pod', () => {
    expect(find(pooling(2))).toEqual([]);
  });

  it('finds a pool with fewer connections than pods', () => {
    expect(find(pooling(1))).toMatchObject([
      { path: ['services', 'shop', 'trafficPolicy', 'connectionPool', 'maxConnections'], remedy: 'use 2 or more' },
    ]);
  });

  it.each([
    [7, 'use 4 or 8'],
    [1, 'use 4 or 8'],
  ])('finds a rate limit of %d that four pods can not share', (requests, remedy) => {
    const canary = sampleRelease('canary');
    expect(find({ canary, rateLimit: { requests, per: '1m' } })).toMatchObject([
      { path: ['services', 'shop', 'rateLimit', 'requests'], value: requests, remedy },
    ]);
  });

  it.each([0, -4, 1.5])('finds a rate limit of %d', (requests) => {
    expect(find({ rateLimit: { requests, per: '1m' } })).toMatchObject([{ value: requests }]);
  });

  it('does not find a rate limit that every pod gets a whole share of', () => {
    expect(find({ rateLimit: { requests: 1000, per: '1m' } })).toEqual([]);
  });

  it('finds a grace period that cuts the longest request a caller waits for', () => {
    const short = sampleService('shop', { shutdown: { drain: '5s', grace: '20s' } });
    const edges = [{ service: short, hosts: ['shop.localhost'] as const, timeout: '15s' as const }];
    expect(capacity({ ...meshOf(short), edges })).toMatchObject([
      { path: ['services', 'shop', 'shutdown', 'grace'], value: '20s', remedy: 'use a grace of more than 20s' },
    ]);
  });

  it('finds a drain that takes the whole grace period', () => {
    expect(find({ shutdown: { drain: '1m', grace: '60s' } })).toMatchObject([{ value: '60s' }]);
  });

  it('does not find anything in a good mesh', () => {
    expect(capacity(sampleMesh())).toEqual([]);
  });

  it('leaves a release without pods to the rule of releases', () => {
    expect(capacity(meshOf({ ...shop, canary: sampleRelease('canary', { replicas: 0 }) }))).toEqual([]);
  });
});
