import fc from 'fast-check';
import { request } from 'undici';
import { clientOf } from '../../../lib/analysis/routing/client';
import { requestFor } from '../../../lib/analysis/routing/request';
import { route } from '../../../lib/analysis/routing/route';
import { inventoryFrom } from '../../analysis/inputs';
import { networking, shop } from '../../analysis/routing/world';
import { type Bootstrap, loopback, type Message, typeUrl } from './envoy-config';
import { connectionManager, router } from './http-filters';
import { type Proxy, startProxy } from './proxy';
import { type Asked, asked, type Match, rules, type Text } from './random-rules';

const samples = { seed: 20_261_121, numRuns: 80 };
const requestsEach = 25;
const drawnRules = fc.sample(rules, samples);
const drawnRequests = fc.sample(asked, { ...samples, numRuns: samples.numRuns * requestsEach });

/** The configuration of a match: TranslateRouteMatch in Istio's pilot/pkg/networking/core/route/route.go. */
function matcher({
  uri,
  ignoreUriCase = false,
  method,
  headers = {},
  withoutHeaders = {},
  queryParams = {},
}: Match): Message {
  const wanted = Object.entries(headers).map(([name, text]) => ({ name, ...valueMatch(text) }));
  const unwanted = Object.entries(withoutHeaders).map(([name, text]) => {
    const value = valueMatch(text);
    const missing = 'present_match' in value ? {} : { treat_missing_header_as_empty: true };
    return { name, ...value, invert_match: true, ...missing };
  });
  const verb = method === undefined ? [] : [{ name: ':method', ...valueMatch(method) }];
  return {
    ...pathMatch(uri ?? { prefix: '/' }),
    case_sensitive: !ignoreUriCase,
    headers: [...wanted, ...unwanted, ...verb],
    query_parameters: Object.entries(queryParams).map(([name, text]) => ({ name, ...valueMatch(text) })),
  };
}

function pathMatch(uri: Text): Message {
  if ('exact' in uri) {
    return { path: uri.exact };
  }
  return 'regex' in uri ? { safe_regex: { regex: uri.regex } } : { ...uri };
}

function valueMatch(text: Text): Message {
  const isPresence = Object.keys(text).length === 0 || ('regex' in text && text.regex === '*');
  return isPresence
    ? { present_match: true }
    : { string_match: 'regex' in text ? { safe_regex: { regex: text.regex } } : text };
}

/** One listener for each list of rules; each rule answers with its number. */
function bootstrap(): Bootstrap {
  const listeners = drawnRules.map((list, number) => {
    const routes = list.flatMap((matches, index) =>
      matches.map((one) => ({
        match: matcher(one),
        direct_response: { status: 200, body: { inline_string: String(index) } },
      })),
    );
    const manager = {
      '@type': typeUrl('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
      stat_prefix: 'rules',
      route_config: { virtual_hosts: [{ name: 'all', domains: ['*'], routes }] },
      http_filters: [router],
    };
    const chain = { filters: [{ name: connectionManager, typed_config: manager }] };
    return { name: String(number), address: loopback(0), filter_chains: [chain] };
  });
  return { admin: { address: loopback(0) }, static_resources: { listeners, clusters: [] } };
}

function pathOf({ path, query }: Asked): string {
  const parameters = new URLSearchParams(query).toString();
  return parameters === '' ? path : `${path}?${parameters}`;
}

/** The number of the rule that Envoy takes; nothing if none matches. */
async function byEnvoy(url: string, sent: Asked): Promise<string> {
  const { statusCode, body } = await request(url + pathOf(sent), {
    method: sent.method === 'POST' ? 'POST' : 'GET',
    headers: sent.headers,
  });
  const text = await body.text();
  return statusCode === 200 ? text : 'none';
}

/** The same by the analysis of the VirtualService. */
function byAnalysis(list: readonly (readonly Match[])[], sent: readonly Asked[]): string[] {
  const http = list.map((match, index) => ({
    name: String(index),
    match,
    route: [{ destination: { host: 'orders' } }],
  }));
  const inventory = inventoryFrom(
    ...shop,
    networking('VirtualService', 'orders', 'shop', JSON.stringify({ hosts: ['orders'], http })),
  );
  const [workload] = inventory.workloads.filter(({ name }) => name === 'web');
  if (workload === undefined) {
    throw new Error('the test has no caller');
  }
  const client = clientOf(inventory, workload);
  return sent.map((one) => {
    const { method, headers } = one;
    const asks = requestFor(`http://orders${pathOf(one)}`, { method, headers: Object.entries(headers) });
    return route(inventory, client, asks).rule?.rule.name ?? 'none';
  });
}

describe('rules of a VirtualService', () => {
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await startProxy(bootstrap());
  });
  afterAll(() => proxy.stop());

  it(`take the requests that a real Envoy has them take: ${samples.numRuns} lists, ${requestsEach} requests each`, async () => {
    const taken = new Set<string>();
    for (const [number, list] of drawnRules.entries()) {
      const sent = drawnRequests.slice(number * requestsEach, (number + 1) * requestsEach);
      const real: string[] = [];
      for (const one of sent) {
        real.push(await byEnvoy(proxy.url(String(number)), one));
      }
      const compared = sent.map((one, index) => ({ list, one, rule: real[index] }));
      expect(byAnalysis(list, sent).map((rule, index) => ({ list, one: sent[index], rule }))).toEqual(compared);
      real.forEach((rule) => taken.add(rule));
    }
    // Requests that all met one rule, or none, would prove nothing.
    expect([...taken].sort()).toEqual(['0', '1', '2', '3', '4', 'none']);
  });
});
