import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { rule, tiers } from '../tiers';

const retries = (attempts: number): string => `retries: { attempts: ${attempts} }`;

export const multipliedTries: CheckCases = {
  code: 'LAB055',
  mutations: inNamespaces([...labNamespaces, 'bookings'], {
    'a route that never gives up': change('VirtualService', 'spec.http.*.retries', { attempts: 20 }),
    'more retries at the end of a path that has some': change(
      'VirtualService',
      'spec.http.*.retries.attempts',
      (old) => (old === 1 ? 4 : undefined),
    ),
  }),
  broken: {
    'three hops of three tries': tiers(
      { name: 'front', calls: 'http://middle', gateways: 'edge', http: rule('front', retries(2)) },
      { name: 'middle', calls: 'back.tiers.svc.cluster.local:80', http: rule('middle', retries(2)) },
      { name: 'back', http: rule('back', retries(2)) },
    ),
    'the two retries that Istio adds for gRPC': tiers(
      { name: 'front', calls: 'middle:80' },
      { name: 'middle', protocol: 'grpc', calls: 'back:80' },
      { name: 'back', protocol: 'grpc', calls: 'last:80' },
      { name: 'last', protocol: 'grpc' },
    ),
    'the retries that the mesh adds': `${tiers(
      { name: 'front', calls: 'http://middle' },
      { name: 'middle', calls: 'http://back' },
      { name: 'back' },
    )}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'defaultHttpRetryPolicy: { attempts: 3 }' }
`,
  },
  example: { broken: 'the retries that the mesh adds' },
  clean: {
    'two hops of three tries': tiers(
      { name: 'front', calls: 'http://middle', gateways: 'edge', http: rule('front', retries(2)) },
      { name: 'middle', calls: 'http://back', http: rule('middle', retries(2)) },
      { name: 'back', http: rule('back', retries(0)) },
    ),
    'the retries that Istio adds for HTTP, which repeat what never arrived': tiers(
      { name: 'front', calls: 'http://middle' },
      { name: 'middle', calls: 'http://back' },
      { name: 'back', calls: 'http://last' },
      { name: 'last' },
    ),
    'a last hop that carries traces, to a port that is known for them': tiers(
      { name: 'front', calls: 'http://middle', gateways: 'edge', http: rule('front', retries(2)) },
      { name: 'middle', calls: 'http://collector:4317', http: rule('middle', retries(2)) },
      { name: 'collector', http: rule('collector', retries(2)) },
    ).replace(
      'port: 80 }] }\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: collector',
      'port: 4317 }] }\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: collector',
    ),
    'a last hop that carries traces, as the variable says': tiers(
      { name: 'front', calls: 'http://middle', gateways: 'edge', http: rule('front', retries(2)) },
      { name: 'middle', calls: 'http://collector', http: rule('middle', retries(2)) },
      { name: 'collector', http: rule('collector', retries(2)) },
    ).replaceAll(
      'name: NEXT, value: "http://collector"',
      'name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://collector"',
    ),
    'services that call each other back': tiers(
      { name: 'front', calls: 'http://middle', http: rule('front', retries(2)) },
      { name: 'middle', calls: 'http://front', http: rule('middle', retries(2)) },
    ),
    'words that are the names of services by chance': tiers(
      { name: 'front', calls: 'middle', http: rule('front', retries(2)), gateways: 'edge' },
      { name: 'middle', calls: 'back:9999, back-8080', http: rule('middle', retries(2)) },
      { name: 'back', http: rule('back', retries(2)) },
    ),
    'retries that are for another caller': tiers(
      {
        name: 'front',
        gateways: 'edge',
        calls: 'http://back',
        http: rule('front', retries(2)),
      },
      {
        name: 'back',
        http: [
          rule('back', retries(8), 'match: [{ sourceLabels: { app: nightly } }],'),
          rule('back', retries(1), 'match: [{ sourceLabels: { app: front } }],'),
          rule('back', retries(8)),
        ].join(', '),
      },
    ),
  },
};
