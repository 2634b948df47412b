import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { pod } from './pod';

const user = { runAsUser: 1337 };

export const proxyUser: CheckCases = {
  code: 'IST0144',
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'a container as the proxy': change('Deployment', 'spec.template.spec.containers.*.securityContext', user),
    },
  ),
  broken: {
    'a pod as the proxy, in a namespace that the files do not show': `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { securityContext: { runAsUser: 1337 }, containers: [{ name: web }] }
`,
    'a pod as the proxy': pod(
      'istio-injection: enabled',
      '',
      '',
      '{ securityContext: { runAsUser: 1337 }, containers: [{ name: web }] }',
    ),
  },
  clean: {
    'a gateway, which is the proxy': pod(
      '',
      '',
      "labels: { sidecar.istio.io/inject: 'true' }",
      '{ containers: [{ name: istio-proxy, image: auto, securityContext: { runAsUser: 1337 } }] }',
    ),
    'a container that is somebody else': pod(
      'istio-injection: enabled',
      '',
      '',
      '{ securityContext: { runAsUser: 1337 }, containers: [{ name: web, securityContext: { runAsUser: 1000 } }] }',
    ),
    'a pod outside the mesh': pod('', '', '', '{ containers: [{ name: web, securityContext: { runAsUser: 1337 } }] }'),
  },
};
