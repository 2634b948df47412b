import type { CheckCases } from '../../check-cases';

const into = (namespace: string, rules: string, name = 'in'): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: { podSelector: {}, policyTypes: [Ingress], ingress: [${rules}] }
---`;

const guard = `
apiVersion: v1
kind: Service
metadata: { name: guard, namespace: guard }
spec: { selector: { app: guard }, ports: [{ name: https, port: 443, targetPort: 9443 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: guard, namespace: guard, labels: { app: guard } }
spec: { containers: [{ name: guard, image: 'registry.example/guard:1.0.0', ports: [{ containerPort: 9443 }] }] }
---`;

const asking = (kind: string, service = 'name: guard, namespace: guard'): string => `${guard}
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata: { name: guard }
webhooks: [{ name: guard.example, clientConfig: { service: { ${service} } } }]
---`;

const api = `${guard}
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.guard.example }
spec: { group: guard.example, version: v1, service: { name: guard, namespace: guard, port: 443 } }
---`;

const fromPods = (port: number): string => `{ from: [{ podSelector: {} }], ports: [{ port: ${port} }] }`;

export const cutOffWebhook: CheckCases = {
  code: 'LAB088',
  broken: {
    'an istiod that sidecars alone are let reach': into(
      'istio-system',
      '{ from: [{ namespaceSelector: {} }], ports: [{ port: 15012 }] }',
    ),
    'two policies for istiod, and neither is for the API server':
      into('istio-system', fromPods(15012)) + into('istio-system', fromPods(15017), 'own'),
    'a webhook that validates': asking('ValidatingWebhookConfiguration') + into('guard', fromPods(9443)),
    'a webhook that changes objects': asking('MutatingWebhookConfiguration') + into('guard', ''),
    'an API of its own': api + into('guard', '{ ports: [{ port: 443 }] }'),
  },
  clean: {
    'an istiod that everybody is let reach': into('istio-system', '{ ports: [{ port: 15012 }, { port: 15017 }] }'),
    'addresses, which may be those of the API server': into(
      'istio-system',
      '{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 15017 }] }',
    ),
    'every namespace, which some networks take the API server to be in': into(
      'istio-system',
      '{ from: [{ namespaceSelector: {} }] }',
    ),
    'the port of the pod': asking('ValidatingWebhookConfiguration') + into('guard', '{ ports: [{ port: 9443 }] }'),
    'a Service that no webhook is at': guard + into('guard', fromPods(9443)),
    'a webhook outside of the files':
      asking('ValidatingWebhookConfiguration', 'name: other, namespace: guard') + into('guard', fromPods(9443)),
    'a port that the Service has not':
      asking('ValidatingWebhookConfiguration', 'name: guard, namespace: guard, port: 8443') + into('guard', ''),
  },
};
