import { istio } from './objects';
import type { JudgedMesh } from './probes';
import { asked, routed, routes, to, web } from './shop';

const rule = (name: string, subsets: readonly string[], more: object = {}, own = 'shop'): object =>
  istio('DestinationRule', own, name, {
    host: 'web.shop.svc.cluster.local',
    subsets: subsets.map((version) => ({ name: version, labels: { version } })),
    ...more,
  });
const forClients = { workloadSelector: { matchLabels: { app: 'client' } } };
const forOthers = { workloadSelector: { matchLabels: { app: 'other' } } };
const plain = { trafficPolicy: { tls: { mode: 'DISABLE' } } };
const bySubset = ['v1', 'v2'].map((subset) =>
  routes('shop', subset, {
    hosts: [`${subset}.example.com`],
    http: [{ route: [to('web.shop.svc.cluster.local', subset)] }],
  }),
);

/** Which DestinationRules hold together, and for whom: both subsets are asked for by each of two clients. */
const mesh = (title: string, ...rules: readonly object[]): JudgedMesh =>
  routed(
    title,
    [web, ...bySubset, ...rules],
    ['shop/client', 'pay/client'].flatMap((from) =>
      asked(from, 'http://v1.example.com/', 'http://v2.example.com/', 'http://web.shop/'),
    ),
  );

export const subsets: readonly JudgedMesh[] = [
  mesh('rules that are exported alike are one', rule('a', ['v1']), rule('b', ['v2'], plain)),
  mesh('of rules that are not, the last counts', rule('a', ['v1']), rule('b', ['v2'], { exportTo: ['*'] })),
  mesh(
    'a rule that is exported to more is taken in, and does not stand by itself',
    rule('a', ['v1'], { exportTo: ['shop'] }),
    rule('b', ['v2'], { exportTo: ['shop', 'pay'], ...plain }),
  ),
  mesh(
    'a rule for some takes in one that stays in the namespace, which nobody else has then',
    rule('a', ['v1'], { exportTo: ['.'] }),
    rule('b', ['v2'], forOthers),
  ),
  mesh('a rule for some goes before one for all', rule('a', ['v1']), rule('b', ['v2'], { ...forClients, ...plain })),
  mesh('a rule for others leaves the one for all', rule('a', ['v1', 'v2'], plain), rule('b', [], forOthers)),
  mesh(
    'a rule for some alone hides what others say',
    rule('a', [], forOthers),
    rule('b', ['v1', 'v2'], {}, 'istio-system'),
  ),
  mesh(
    'a rule of the client’s own namespace hides those of the callee’s',
    rule('a', ['v1', 'v2']),
    rule('b', ['v2'], { exportTo: ['.'] }, 'pay'),
  ),
];
