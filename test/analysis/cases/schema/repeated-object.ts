import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

const route = (timeout: string, namespace = 'shop'): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: ${namespace} }
spec: { hosts: [web], http: [{ timeout: ${timeout}, route: [{ destination: { host: web } }] }] }
`;
const web = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---`;
const pod = (name: string): string => `
apiVersion: v1
kind: Pod
metadata: { ${name}, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: 'shop.example/web:v1' }] }
`;

export const repeatedObject: CheckCases = {
  code: 'LAB081',
  mutations: {
    'another text of a VirtualService': addFrom('VirtualService', (route) =>
      copyOf(route, route.name, { 'spec.http.0.timeout': '17s' }),
    ),
    'another text of a Deployment': addFrom('Deployment', (one) => copyOf(one, one.name, { 'spec.paused': true })),
  },
  broken: {
    'another text of an object': `${web}${route('3s')}---${route('5s')}`,
    'the same text again': `${web}${route('3s')}---${route('3s')}`,
    'three texts, of two versions of an API': `${web}${route('3s')}---${route('5s').replace('istio.io/v1', 'istio.io/v1beta1')}---${route('3s')}`,
    'a namespace that is the default one by name': `${pod('name: web').replace('namespace: shop', 'namespace: default')}---${pod('name: web').replace(', namespace: shop', '')}`,
  },
  clean: {
    'names in two namespaces': `${web}${route('3s')}---${web.replace('shop', 'other')}${route('5s', 'other')}`,
    'names of two kinds, and of two groups': `${web}${pod('name: web')}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`,
    'names that the API server makes up': `${pod('generateName: web-')}---${pod('generateName: web-')}`,
  },
};
