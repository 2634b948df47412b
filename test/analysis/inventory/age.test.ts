import { byAge } from '../../../lib/analysis/inventory/age';
import { manifestsOf } from '../inputs';
import { ask, namespaces, deployment, networking, service, shares } from '../routing/world';

const dated = (name: string, date?: string): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: shop${date === undefined ? '' : `, creationTimestamp: '${date}'`} }
`;
const names = (...texts: readonly string[]): string[] => byAge(manifestsOf(...texts)).map(({ name }) => name);

describe('objects by their age', () => {
  it('are in the order of their dates, and of their names within a second', () => {
    const [late, early] = ['2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'];
    expect(names(dated('c', late), dated('b', early), dated('a', late))).toEqual(['b', 'a', 'c']);
  });

  it('are in the order of the files where they have none, behind what a cluster has', () => {
    expect(names(dated('b'), dated('a'))).toEqual(['b', 'a']);
    expect(names(dated('b'), dated('a'), dated('c', '2026-01-01T00:00:00Z'))).toEqual(['c', 'b', 'a']);
  });

  it('decide which of two routes counts', () => {
    const route = (name: string, to: string, date: string): string =>
      networking(
        'VirtualService',
        name,
        'shop',
        `{ hosts: [web], http: [{ route: [{ destination: { host: ${to} } }] }] }`,
      ).replace(`name: ${name},`, `name: ${name}, creationTimestamp: '${date}',`);
    const world = [
      namespaces('shop'),
      ...['web', 'one', 'two'].flatMap((name) => [deployment(name, 'shop', `{ app: ${name} }`), service(name, 'shop')]),
    ];
    const routes = [route('a', 'one', '2026-02-01T00:00:00Z'), route('b', 'two', '2026-01-01T00:00:00Z')];
    expect(shares(ask([...world, ...routes], 'web', 'http://web/'))).toBe('two.shop.svc.cluster.local 100 %');
  });
});
