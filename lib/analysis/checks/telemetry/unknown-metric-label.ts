import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { Check } from '../check';

/**
 * Only labels that begin like Istio's own: Prometheus adds the labels of pods to all others, and no
 * YAML shows which. Those that a Telemetry or an EnvoyFilter mentions may be made by it.
 */
export const unknownMetricLabel: Check = {
  code: 'LAB065',
  level: 'warning',
  title: "Queries select Istio's metrics by labels that they have",
  reason:
    'A condition on a label that does not exist selects nothing, and nothing looks like quiet: the panel is empty, and the alert never fires.',
  remedy: 'use one of the labels of the standard metrics, or add the label with a Telemetry',
  link: 'https://istio.io/latest/docs/reference/config/metrics/#labels',
  *find(inventory) {
    const custom = customisation(inventory);
    for (const manifest of queryHolders(inventory)) {
      for (const { text, path } of textsIn(manifest.content, [])) {
        for (const label of strangeLabels(text).filter((one) => !custom.includes(one))) {
          const message = `metrics of Istio have no label ${label}: the query finds nothing`;
          yield { manifest, path, message };
        }
      }
    }
  },
};

const known: ReadonlySet<string> = new Set([
  ...['source', 'destination'].flatMap((side) =>
    [
      ...['workload', 'workload_namespace', 'principal', 'app', 'version', 'cluster'],
      ...['canonical_service', 'canonical_revision'],
    ].map((label) => `${side}_${label}`),
  ),
  ...['destination_service', 'destination_service_name', 'destination_service_namespace'],
  // The label that the documentation of customised metrics adds.
  'destination_port',
  ...['response_code', 'response_flags', 'grpc_response_status', 'connection_security_policy'],
]);

const istioPrefix = /^(source|destination|response|connection|grpc)_/;

/** A metric and its conditions, whose values may hold braces; also without an end, so that no text is read twice. */
const selector = /\bistio_(?:tcp|requests?|response)_\w+\s*\{((?:[^{}"]|"[^"]*")*)(\}?)/g;

/** Labels in the selectors of a text that metrics of Istio do not have. */
function strangeLabels(text: string): string[] {
  if (!text.includes('istio_')) {
    return [];
  }
  // Queries inside JSON have their quotes escaped.
  const selectors = [...text.replaceAll('\\"', '"').matchAll(selector)].flatMap(([, conditions = '', end]) =>
    end === '}' ? [conditions] : [],
  );
  const labels = selectors.flatMap(
    (conditions) => conditions.replace(/"[^"]*"/g, '').match(/\b\w+\b(?=\s*[=!])/g) ?? [],
  );
  return [...new Set(labels)].filter((label) => istioPrefix.test(label) && !known.has(label));
}

/** Objects that hold dashboards and rules. */
function queryHolders(inventory: Inventory): Manifest[] {
  return [
    ...inventory.ofKind('', 'ConfigMap'),
    ...inventory.ofKind('monitoring.coreos.com', 'PrometheusRule'),
    ...inventory.ofKind('grafana.integreatly.org', 'GrafanaDashboard'),
  ];
}

/** What may give metrics labels of their own, as one text. */
function customisation({ telemetries, envoyFilters }: Inventory): string {
  return [...telemetries, ...envoyFilters].map(({ manifest }) => JSON.stringify(manifest.content['spec'])).join('\n');
}

function* textsIn(value: unknown, path: FieldPath): Generator<{ text: string; path: FieldPath }> {
  if (typeof value === 'string') {
    yield { text: value, path };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* textsIn(item, [...path, index]);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* textsIn(item, [...path, key]);
    }
  }
}
