import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const deadOutlierField: CheckCases = {
  code: 'LAB013',
  mutations: {
    'the old name of the threshold': change('DestinationRule', 'spec.trafficPolicy.outlierDetection', {
      consecutiveErrors: 3,
      interval: '10s',
      baseEjectionTime: '30s',
    }),
    'gateway errors that are 5xx long before': change(
      'DestinationRule',
      'spec.trafficPolicy.outlierDetection.consecutiveGatewayErrors',
      5,
    ),
  },
  broken: {
    'more gateway errors than 5xx, which count them too': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 7, consecutive5xxErrors: 5 } } }
`,
    'a threshold by its old name': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutiveErrors: 3 } } }
`,
    'a threshold by its old and by its new name': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutiveErrors: 3, consecutive5xxErrors: 7 } } }
`,
  },
  clean: {
    'fewer gateway errors than 5xx': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 3, consecutive5xxErrors: 5 } } }
`,
    'fewer gateway errors than 5xx, or those alone': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: a, trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 3 } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: shop }
spec: { host: b, trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 9, consecutive5xxErrors: 0 } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: c, namespace: shop }
spec: { host: c, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 7, consecutiveGatewayErrors: 6 } } }
`,
  },
};
