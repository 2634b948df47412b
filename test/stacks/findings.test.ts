import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { manifestsOf } from '../analysis/inputs';
import { renderYaml, type Written } from './rendered';

/** Every finding in a few words. */
function found(written: Written): string[] {
  return findings(inventoryOf(manifestsOf(...renderYaml(written).map(({ text }) => text))), allChecks).map(
    ({ code, object, field, message }) => `${code} ${object}: ${field}: ${message}`,
  );
}

const context = 'cluster: { context: other }';
const variants: readonly (readonly [name: string, written: Written])[] = [
  ['the demo', { settings: 'profile: demo' }],
  ['a tier on its way to STRICT', { settings: 'mtls: { ml: permissive }' }],
  [
    'all tiers on their way to STRICT',
    { settings: 'mtls: { frontend: permissive, backend: permissive, ml: permissive }' },
  ],
  ['an existing cluster', { settings: `target: existing\n${context}` }],
  ['a redirect to HTTPS', { settings: 'httpsRedirect: true' }],
  ['other ports', { settings: 'ports: { http: 8080, https: 8443 }' }],
  ['other hosts', { settings: 'hosts: [shop.localhost, shop.example]' }],
  ['an incident', { settings: 'incident: true' }],
  ['no way to the add-ons', { settings: 'access: false' }],
  ['one replica', { settings: 'replicas: 1' }],
  ['many replicas', { settings: 'replicas: 5' }],
  ['all requests to the canaries', { traffic: 'splits: { frontend: 100, backend: follow, ml: follow }' }],
  ['no requests to the canaries', { traffic: 'splits: { frontend: 0, backend: 0, ml: 0 }' }],
  ['splits of their own', { traffic: 'splits: { frontend: 50, backend: 20, ml: 1 }' }],
  ['lanes behind a split', { traffic: 'splits: { frontend: 10, backend: 30, ml: follow }' }],
  [
    'two pins',
    {
      traffic:
        "pins: [{ header: x-canary, value: 'true' }, { header: x-team, value: web }]\nsplits: { frontend: 10, backend: follow, ml: follow }",
    },
  ],
];

describe('what the lab renders', () => {
  it.each(variants)('has no finding: %s', (_, written) => {
    expect(found(written)).toEqual([]);
  });
});
