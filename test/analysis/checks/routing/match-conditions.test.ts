import { covers } from '../../../../lib/analysis/checks/routing/match-conditions';
import { rulesOf } from '../../../../lib/analysis/checks/routing/rule-matches';
import { inventoryFrom } from '../../inputs';

/** Whether the first of two matches of HTTP takes whatever the second would take. */
function takesAll(wide: string, narrow: string): boolean {
  const { virtualServices } = inventoryFrom(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ match: [${wide}] }, { match: [${narrow}] }] }
`);
  const [first, second] = virtualServices
    .flatMap(rulesOf)
    .flat()
    .flatMap(({ matches }) => matches);
  return first !== undefined && second !== undefined && covers(first.conditions, second.conditions);
}

describe('a match takes what another would take', () => {
  it.each([
    ['of any path', '{ uri: { prefix: / } }', '{ headers: { x-a: { exact: b } } }'],
    ['below its path', '{ uri: { prefix: /a } }', '{ uri: { exact: /a/b } }'],
    ['with one condition more', '{ method: { exact: GET } }', '{ method: { exact: GET }, port: 80 }'],
    [
      'that names the value of a header it wants to be there',
      '{ headers: { x-a: {} } }',
      '{ headers: { x-a: { exact: b } } }',
    ],
  ])('%s', (_, wide, narrow) => {
    expect(takesAll(wide, narrow)).toBe(true);
  });

  it.each([
    ['beside its path', '{ uri: { prefix: /a } }', '{ uri: { prefix: /b } }'],
    ['of a pattern that only looks narrower', '{ uri: { prefix: /a } }', '{ uri: { regex: /a/.* } }'],
    ['in another case', '{ uri: { prefix: /a } }', '{ uri: { prefix: /a }, ignoreUriCase: true }'],
    ['without one of its conditions', '{ method: { exact: GET }, port: 80 }', '{ method: { exact: GET } }'],
  ])('but not %s', (_, wide, narrow) => {
    expect(takesAll(wide, narrow)).toBe(false);
  });
});
