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
  clean: {
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
