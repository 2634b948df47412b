import { authorization, type AuthorizationQuery } from '../../../cli/authz/authz';
import { authorizationTable } from '../../../cli/authz/authz-table';
import { InputError } from '../../../lib/input/input-error';
import { inventoryFrom } from '../../analysis/inputs';
import { app, meshed, policy, shop } from '../../analysis/access/shop';

const web = "from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }]";
const callers = policy(
  `{ selector: { matchLabels: { app: orders } }, rules: [{ ${web}, to: [{ operation: { methods: [GET] } }] }] }`,
);

function ask(query: AuthorizationQuery, yaml = shop + callers) {
  return authorization(inventoryFrom(yaml), query);
}

/** The words of a table, line by line. */
function wordsOf(query: AuthorizationQuery, yaml = shop + callers): string[] {
  const lines = authorizationTable(ask(query, yaml), query)
    .split('\n')
    .filter((line) => !/[┌├└]/.test(line));
  return lines.map((line) =>
    line
      .split('│')
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .join(' | '),
  );
}

describe('lab authz', () => {
  it('draws a matrix of few callees', () => {
    const lines = wordsOf({});
    expect(lines[0]).toBe('from | shop/web:80 | shop/orders:80 | shop/cache:80 | partner/agent:80');
    expect(lines[1]).toBe('shop/web | allowed | GET | allowed | allowed');
    expect(lines[2]).toBe('shop/orders | allowed | denied | allowed | allowed');
  });

  it('says who reads metrics', () => {
    expect(wordsOf({}).at(-1)).toMatch(/^Metrics of shop\/web:15020, .*: everybody$/);
  });

  it('lists what one caller may do, and why', () => {
    expect(wordsOf({ from: 'shop/web' })[2]).toBe(
      'shop/web | shop/orders:80 | GET | rule 0 of AuthorizationPolicy shop/policy allows it',
    );
  });

  it('gives the reasons of one pair, layer by layer, and where they stand', () => {
    const line =
      (shop + callers)
        .split('\n')
        .findIndex((text) => text.startsWith('spec: { selector: { matchLabels: { app: orders } }, rules')) + 1;
    const lines = wordsOf({ from: 'shop/web', to: 'shop/orders', method: 'GET' });
    expect(lines.slice(0, 5)).toEqual([
      'shop/web -> shop/orders:80: allowed',
      'layer | says | in',
      'network | no NetworkPolicy applies',
      'mutual TLS | both sides speak mutual TLS',
      `authorization | rule 0 of AuthorizationPolicy shop/policy allows it | AuthorizationPolicy shop/policy (input-0.yaml:${line})`,
    ]);
  });

  it('answers for one request', () => {
    expect(wordsOf({ from: 'shop/web', to: 'shop/orders', method: 'PUT' })[0]).toBe(
      'shop/web -> shop/orders:80: denied',
    );
  });

  it('finds a caller by its workload', () => {
    const account = shop.replace('serviceAccountName: web', 'serviceAccountName: shopper');
    expect(ask({ from: 'shop/web' }, account).callers).toEqual(['shop/shopper']);
  });

  it('leaves out of many callees who may not call them', () => {
    const many = Array.from({ length: 41 }, (_, index) => app('shop', `s${index}`)).join('');
    const { pairs, denied } = ask({}, meshed('shop') + many + policy('{}'));
    expect(pairs.filter(({ isMetrics }) => !isMetrics)).toEqual([]);
    expect(denied).toBe(41 * 44);
  });

  it('asks for names that are there', () => {
    const wrong = () => ask({ from: 'shop/nobody', to: 'shop/nothing' });
    expect(wrong).toThrow(InputError);
    expect(wrong).toThrow('--from: "shop/nobody"');
    expect(wrong).toThrow('--to: "shop/nothing"');
    expect(() => ask({ port: 81 })).toThrow('--port: "81"');
  });

  it('says so if there is nothing to call', () => {
    expect(wordsOf({}, meshed('shop'))).toEqual(['No Service has pods behind it.']);
  });
});
