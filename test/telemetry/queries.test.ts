import type { Mesh } from '../../lib/model/mesh';
import { releasesOf } from '../../lib/model/service';
import { knownSeries } from './known-series';
import { service, shop, tiers } from './meshes';
import { parse, valuesOf } from './promql';
import { queriesOf } from './queries';
import { rulesOf } from '../../lib/telemetry/rules/rules';
import { telemetry } from './meshes';

const meshes: [string, Mesh][] = [
  ['three tiers', tiers],
  ['a shop of eleven services', shop()],
];

/** What is wrong with a query, seen from outside. */
function complaints(expr: string, mesh: Mesh): string[] {
  const { errors, metrics, labels, matchers } = parse(expr);
  const recorded = rulesOf(telemetry(mesh)).recording.groups.flatMap(({ rules }) => rules.map(({ record }) => record));
  const recordedLabels = ['destination_service_name', 'destination_service_namespace', 'destination_version'];
  const labelsOf = (metric: string) => knownSeries[metric] ?? (recorded.includes(metric) ? recordedLabels : undefined);
  const known = new Set(metrics.flatMap((metric) => labelsOf(metric) ?? []));
  const names = new Set(mesh.services.map(({ serviceName }) => serviceName));
  const namespaces = new Set([...mesh.services.map(({ namespace }) => namespace), 'istio-ingress']);
  const versions = new Set<string>(mesh.services.flatMap((each) => releasesOf(each).map(({ name }) => name)));
  return [
    ...errors.map((error) => `does not parse: ${error}`),
    ...metrics.filter((metric) => labelsOf(metric) === undefined).map((metric) => `no metric ${metric}`),
    ...labels.filter((label) => !known.has(label)).map((label) => `no label ${label}`),
    ...valuesOf(matchers, 'destination_service_name')
      .filter((name) => !names.has(name))
      .map((name) => `no service ${name}`),
    ...['namespace', 'destination_service_namespace', 'source_workload_namespace']
      .flatMap((label) => valuesOf(matchers, label))
      .filter((namespace) => !namespaces.has(namespace))
      .map((namespace) => `no namespace ${namespace}`),
    ...valuesOf(matchers, 'destination_version')
      .filter((name) => !versions.has(name))
      .map((name) => `no release ${name}`),
  ];
}

describe.each(meshes)('every query of %s', (_, mesh) => {
  it('parses and names only metrics, labels, services and releases that exist', () => {
    const queries = queriesOf(mesh);
    const bad = queries.flatMap(({ place, expr }) =>
      complaints(expr, mesh).map((complaint) => `${place}: ${complaint}`),
    );
    expect(bad).toEqual([]);
    expect(queries.length).toBeGreaterThan(40);
  });

  it('has no braces that Terraform would take for its own', () => {
    expect(queriesOf(mesh).filter(({ expr }) => /[$%]\{/.test(expr))).toEqual([]);
  });

  it('divides by nothing but what is more than 0', () => {
    const divisors = queriesOf(mesh).flatMap(({ place, expr }) =>
      expr
        .split(' / ')
        .slice(1)
        .filter((divisor) => !/^\(sum.* > 0\)/.test(divisor))
        .map(() => place),
    );
    expect(divisors).toEqual([]);
  });
});

describe('the check of queries finds', () => {
  const select = (matchers: string): string => `sum(rate(istio_requests_total{${matchers}}[5m]))`;

  it.each([
    ['a bracket that is missing', 'sum(rate(up[5m])', 'does not parse'],
    ['a metric that Istio has not', 'rate(istio_request_total[5m])', 'no metric istio_request_total'],
    ['a label that Istio has not', select('version="canary"'), 'no label version'],
    ['a label of another metric', 'sum by (le) (istio_requests_total)', 'no label le'],
    ['a service that is not in the mesh', select('destination_service_name="web"'), 'no service web'],
    ['a release that no service has', select('destination_version=~"stable|blue"'), 'no release blue'],
    ['a namespace of nobody', select('destination_service_namespace="prod"'), 'no namespace prod'],
  ])('%s', (_, expr, complaint) => {
    expect(complaints(expr, tiers)).toEqual([expect.stringContaining(complaint)]);
  });
});

describe('a service that is added', () => {
  const grown: Mesh = { ...tiers, services: [...tiers.services, service('search')] };

  it('is asked for by the queries that were there, and by its own', () => {
    const asked = (mesh: Mesh) =>
      queriesOf(mesh).filter(({ expr }) =>
        valuesOf(parse(expr).matchers, 'destination_service_name').includes('search'),
      );
    expect(asked(tiers)).toEqual([]);
    const places = asked(grown).map(({ place }) => place);
    expect(places).toContain('mesh-overview.json: Request success rate by version');
    expect(places).toContain('service-search.json: Request success rate by version');
    expect(places).toContain('service:istio_requests:error_share_rate5m');
    expect(places).toContain('gate of search: canaryErrorShare');
  });
});
