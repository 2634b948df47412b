import type { CheckCases } from '../../check-cases';

const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0' }] }
---`;

const rule = (name: string, more: string, namespace = 'shop'): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: ${namespace} }
spec: { host: web.shop.svc.cluster.local, ${more}trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---`;

const selector = 'workloadSelector: { matchLabels: { app: web } }, ';

export const selectiveRule: CheckCases = {
  code: 'LAB094',
  broken: {
    'a rule for some pods, exported to another namespace': service + rule('web', `${selector}exportTo: ['.', store], `),
    'a rule for some pods, exported to all': service + rule('web', `${selector}exportTo: ['*'], `),
    'a rule for some pods beside one that is kept to the namespace':
      service + rule('some', selector) + rule('all', "exportTo: ['.'], "),
  },
  clean: {
    'a rule for some pods': service + rule('web', selector),
    'a rule for some pods that says it is kept to its namespace':
      service + rule('web', `${selector}exportTo: ['.', shop], `),
    'a rule for all pods, exported to another namespace': service + rule('web', "exportTo: ['.', store], "),
    'a rule for some pods beside one for everybody': service + rule('some', selector) + rule('all', ''),
    'a rule for some pods of another namespace':
      service + rule('some', selector, 'store') + rule('all', "exportTo: ['.'], "),
  },
};
