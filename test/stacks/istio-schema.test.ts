import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { type KubeObject, named, objectsIn } from '../support/kube-objects';
import { schemaProblems } from './open-api';
import { renderYaml } from './rendered';

const folder = join(__dirname, '..', '..', 'imports', 'schemas');
const Definition = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(
      z.object({
        name: z.string(),
        served: z.boolean(),
        schema: z.object({ openAPIV3Schema: z.looseObject({ properties: z.record(z.string(), z.unknown()) }) }),
      }),
    ),
  }),
});

/** What every object has beside the fields of its definition. */
const ofEveryObject = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
};

/** The schema of every served version of every kind of Istio, by `<apiVersion> <kind>`. */
const schemas = new Map<string, object>(
  readdirSync(folder)
    .filter((file) => file.startsWith('istio-'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .flatMap((document) => {
      const { group, names, versions } = Definition.parse(document.toJS()).spec;
      return versions
        .filter(({ served }) => served)
        .map(({ name, schema: { openAPIV3Schema: schema } }) => {
          const properties = { ...schema.properties, ...ofEveryObject };
          return [`${group}/${name} ${names.kind}`, { ...schema, properties }] as const;
        });
    }),
);

function problemsOf(object: KubeObject): string[] {
  const name = `${object.apiVersion} ${object.kind}`;
  const schema = schemas.get(name);
  return schema === undefined ? [`no schema of ${name}`] : schemaProblems(schema, object);
}

const objects = objectsIn(renderYaml({ settings: 'httpsRedirect: true' }));
const ofIstio = objects.filter(({ apiVersion }) => apiVersion.includes('.istio.io/'));

describe('the definitions of Istio', () => {
  it.each(
    ofIstio.map(
      (object) => [`${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`, object] as const,
    ),
  )('accept %s, and know each of its fields', (_, object) => {
    expect(problemsOf(object)).toEqual([]);
  });

  it('are asked about every kind that is rendered', () => {
    const kinds = new Set(ofIstio.map(({ kind }) => kind));
    for (const kind of ['DestinationRule', 'Gateway', 'PeerAuthentication', 'Telemetry', 'VirtualService']) {
      expect(kinds).toContain(kind);
    }
  });

  const virtualService = (http: unknown): KubeObject => ({
    ...named('VirtualService', 'frontend-vs', objects),
    spec: { hosts: ['a.b'], http },
  });
  const rule = (spec: object): KubeObject => ({ ...named('DestinationRule', 'ml-dr', objects), spec });
  const destination = { host: 'a' };

  it.each([
    ['an unknown field', virtualService([{ routes: [] }]), '.spec.http[0].routes: unknown'],
    [
      'a weight in quotes',
      virtualService([{ route: [{ destination, weight: '10' }] }]),
      '.spec.http[0].route[0].weight: not of type integer',
    ],
    [
      'a destination without a host',
      virtualService([{ route: [{ destination: { subset: 'stable' } }] }]),
      '.spec.http[0].route[0].destination.host: missing',
    ],
    ['a list that is none', virtualService({}), '.spec.http: not of type array'],
    [
      'two ways to match one header',
      virtualService([{ match: [{ headers: { a: { exact: 'b', prefix: 'c' } } }] }]),
      '.spec.http[0].match[0].headers.a: not one of its forms',
    ],
    ['a rule without a host', rule({}), '.spec.host: missing'],
    [
      'a mode that there is not',
      rule({ host: 'a', trafficPolicy: { tls: { mode: 'STRICT' } } }),
      '.spec.trafficPolicy.tls.mode: not one of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL',
    ],
    [
      'a number below zero',
      rule({ host: 'a', trafficPolicy: { outlierDetection: { consecutive5xxErrors: -1 } } }),
      '.spec.trafficPolicy.outlierDetection.consecutive5xxErrors: -1 is out of range',
    ],
    [
      'a kind that there is not',
      { ...rule({}), kind: 'DestinationRules' },
      'no schema of networking.istio.io/v1 DestinationRules',
    ],
  ])('do not accept %s', (_, object, problem) => {
    expect(problemsOf(object)).toEqual([problem]);
  });
});
