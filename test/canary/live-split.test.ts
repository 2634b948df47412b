import { liveSplit } from '../../lib/canary/live-split';
import type { Split } from '../../lib/model/traffic';
import { named, objectsIn } from '../support/kube-objects';
import { renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';

/** The rendered route of a service. */
function routeOf(service: string, splits: Readonly<Record<string, Split>>): unknown {
  return named('VirtualService', `${service}-vs`, objectsIn(renderedFiles(threeTiers({ splits }))));
}

describe('the split that a route carries out', () => {
  it.each([0, 1, 50, 100])('is %d where that was rendered', (share) => {
    const splits = { frontend: share, backend: share, ml: share };
    expect(liveSplit(routeOf('frontend', splits))).toBe(share);
    expect(liveSplit(routeOf('ml', splits))).toBe(share);
  });

  it('follows where that was rendered', () => {
    expect(liveSplit(routeOf('backend', { frontend: 10, backend: 'follow', ml: 'follow' }))).toBe('follow');
  });

  const split = (stable: number, canary: number) => ({
    route: [
      { destination: { subset: 'stable' }, weight: stable },
      { destination: { subset: 'canary' }, weight: canary },
    ],
  });

  it('is none where the rules for several callers disagree', () => {
    expect(liveSplit({ spec: { http: [split(90, 10), split(80, 20)] } })).toBeUndefined();
    expect(liveSplit({ spec: { http: [split(90, 10), split(90, 10)] } })).toBe(10);
  });

  it('is a share of all weights, whatever they add up to', () => {
    expect(liveSplit({ spec: { http: [split(20, 20)] } })).toBe(50);
    expect(liveSplit({ spec: { http: [split(2, 1)] } })).toBeUndefined();
    expect(liveSplit({ spec: { http: [split(0, 0)] } })).toBeUndefined();
  });

  it.each([
    [undefined],
    [{}],
    [{ spec: { http: [] } }],
    [{ spec: { http: [{ route: [{ destination: { host: 'a' } }] }] } }],
  ])('is none of %j', (object) => {
    expect(liveSplit(object)).toBeUndefined();
  });
});
