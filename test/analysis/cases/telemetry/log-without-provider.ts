import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';

const telemetry = (namespace: string, spec: string): string => `
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: logs, namespace: ${namespace} }
spec: { accessLogging: [${spec}] }
---`;
const filter = '{ filter: { expression: response.code >= 500 } }';
const forClients = '{ match: { mode: CLIENT } }';
const provider = '{ providers: [{ name: envoy }] }';

export const logWithoutProvider: CheckCases = {
  code: 'IST0157',
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'no provider': (objects) => {
        const isParticular = ({ kind, content }: (typeof objects)[number]): boolean =>
          kind === 'Telemetry' && JSON.stringify(content).includes('selector');
        return change('Telemetry', 'spec.accessLogging.*.providers', [])(objects.filter((one) => !isParticular(one)));
      },
    },
  ),
  broken: {
    'a filter beside an entry that names a provider': telemetry('shop', `${provider}, ${filter}`),
    'a filter for the provider of the mesh': telemetry('shop', filter) + telemetry('istio-system', provider),
    'a provider of another namespace': telemetry('shop', forClients) + telemetry('store', provider),
  },
  clean: {
    'a provider of the mesh': telemetry('shop', forClients) + telemetry('istio-system', provider),
    'a provider of the namespace': `${telemetry('shop', provider)}
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: errors, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, accessLogging: [${forClients}] }
`,
    'a provider of the entry before': telemetry('shop', `${provider}, ${forClients}`),
    'a provider by default': `${telemetry('shop', filter)}
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "defaultProviders: { accessLogging: [envoy] }" }
`,
    'no logs wanted': telemetry('shop', '{ disabled: true }'),
  },
};
