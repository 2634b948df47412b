import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { laneItems } from '../../lib/verify/lane-items';
import { layerItems } from '../../lib/verify/layer-items';
import { authorizationItems, type Live } from '../../lib/verify/plan';
import { isQuestion, type Item } from '../../lib/verify/question';
import { quickItems } from '../../lib/verify/quick';
import { routingItems } from '../../lib/verify/routing-items';
import { readManifests } from '../../lib/analysis/manifest/read';
import type { ManifestFile } from '../../lib/output/manifest-files';
import { renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';

const live: Live = { addressesOf: () => ['10.0.0.1'], hasService: (_, name) => name !== 'kiali' };
const effort = { certain: 10, split: 200 };
const inventoryOfFiles = (files: readonly ManifestFile[]) => inventoryOf(readManifests(files).manifests);
const inventory = inventoryOfFiles(renderedFiles(threeTiers()));

/** What is asked, and what has to come of it. */
function lines(items: readonly Item[]): string[] {
  return items.map((item) => `${item.what}: ${isQuestion(item) ? item.expected.kind : 'not asked'}`);
}

describe('questions about authorization', () => {
  const items = authorizationItems(inventory, live);

  it('are one for each cell of the matrix: six callers, three Services and their two metrics ports', () => {
    expect(items).toHaveLength(6 * 3 * 3);
    expect(items.every(isQuestion)).toBe(true);
  });

  it('expect an answer where a call is declared, and for whoever reads metrics, and nowhere else', () => {
    const answered = lines(items).filter((line) => line.endsWith(': answered'));
    expect(answered.filter((line) => !/:150[29]0:/.test(line))).toEqual([
      'backend/backend -> ml/ml-service:5001: answered',
      'frontend/frontend -> backend/backend-service:8080: answered',
      'istio-ingress/istio-ingressgateway -> frontend/frontend-service:3000: answered',
    ]);
    expect(answered.filter((line) => /:150[29]0:/.test(line))).toHaveLength(6);
    expect(answered.every((line) => !/:150[29]0:/.test(line) || line.startsWith('observability/prometheus'))).toBe(
      true,
    );
  });

  it('are asked by pods with the namespace, the labels and the account of the caller', () => {
    const [question] = items
      .filter(isQuestion)
      .filter(({ what }) => what.startsWith('backend/backend -> ml/ml-service:5001'));
    expect(question?.probe).toMatchObject({
      namespace: 'backend',
      labels: { app: 'backend' },
      account: 'backend',
      isMeshed: true,
    });
  });

  it('about metrics are asked without a sidecar, which would answer for itself', () => {
    const metrics = items.filter(isQuestion).filter(({ ask }) => ask.port === 15090);
    expect(metrics.every(({ probe }) => probe?.isMeshed === false)).toBe(true);
  });

  it('are not asked of pods that do not run', () => {
    const none = authorizationItems(inventory, { ...live, addressesOf: () => [] });
    expect(none.filter((item) => !isQuestion(item))).toHaveLength(6 * 3 * 2);
  });
});

describe('questions about layers', () => {
  it('are for each declared call a stranger, an impostor without a sidecar, and one with another account', () => {
    const expected = layerItems(inventory, live)
      .filter(isQuestion)
      .map(({ expected: one }) => (one.kind === 'refused' ? one.layer : one.kind));
    const each = ['network', 'network', 'mutual TLS', 'mutual TLS', 'authorization'];
    expect(expected).toEqual([...each, ...each, ...each]);
  });

  it('expect what the files say where a service takes plaintext as well', () => {
    const permissive = inventoryOfFiles(renderedFiles(threeTiers({ permissive: ['ml'] })));
    const tls = layerItems(permissive, live).filter(({ what }) =>
      what.includes('backend/backend-stable without a sidecar'),
    );
    expect(lines(tls).every((line) => line.endsWith(': answered'))).toBe(true);
    expect(tls.length).toBeGreaterThan(0);
  });
});

describe('questions about routing', () => {
  const items = routingItems(inventory, live, effort);

  it('are one for each row of the table, and not asked where an add-on is not in the cluster', () => {
    expect(items.filter(isQuestion)).toHaveLength(items.length - 2);
    expect(items.find((item) => !isQuestion(item))).toMatchObject({ why: expect.stringContaining('kiali') as string });
  });

  it('are asked often where chance decides, and seldom where it does not', () => {
    const counts = items.filter(isQuestion).map(({ what, times }) => `${what.includes('x-canary')} ${times}`);
    expect(new Set(counts)).toEqual(new Set(['true 10', 'false 200', 'false 10']));
  });
});

describe('questions about lanes', () => {
  it('expect the releases that a request meets on its whole way', () => {
    const [pinned, plain] = laneItems(inventory, effort).filter(isQuestion);
    expect(pinned?.expected).toMatchObject({ shares: new Map([['canary', 1]]) });
    expect(plain?.said).toBe('stable 90 %, canary 10 %');
  });
});

describe('a quick look', () => {
  it('asks the entrance, each declared call, and one refusal of each layer', () => {
    expect(lines(quickItems(inventory, live))).toEqual([
      'outside -> http://frontend.local:80/ (x-canary: true): shares',
      'outside -> http://frontend.local:80/: shares',
      'backend/backend-stable -> http://ml-service.ml:5001/ (x-canary: true): shares',
      'backend/backend-stable -> http://ml-service.ml:5001/: shares',
      'backend/backend-canary -> http://ml-service.ml:5001/ (x-canary: true): shares',
      'backend/backend-canary -> http://ml-service.ml:5001/: shares',
      'frontend/frontend-stable -> http://backend-service.backend:8080/ (x-canary: true): shares',
      'frontend/frontend-stable -> http://backend-service.backend:8080/: shares',
      'frontend/frontend-canary -> http://backend-service.backend:8080/ (x-canary: true): shares',
      'frontend/frontend-canary -> http://backend-service.backend:8080/: shares',
      '(no identity) -> frontend-service.frontend:3000: refused',
      '(no identity) -> 10.0.0.1:3000 (frontend-canary): refused',
      'istio-ingress/istio-ingressgateway without a sidecar -> frontend-service.frontend:3000: refused',
      'istio-ingress/istio-ingressgateway without a sidecar -> 10.0.0.1:3000 (frontend-canary): refused',
      'istio-ingress/istio-ingressgateway as somebody else -> frontend-service.frontend:3000: refused',
    ]);
  });

  it('takes https where http is only redirected', () => {
    const items = quickItems(inventoryOfFiles(renderedFiles(threeTiers(), { httpsRedirect: true })), live);
    expect(items[0]?.what).toBe('outside -> https://frontend.local:443/ (x-canary: true)');
  });
});
