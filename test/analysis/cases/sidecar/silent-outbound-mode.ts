import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const sidecar = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { ${spec} egress: [{ hosts: ['./*'] }] }
`;

export const silentOutboundMode: CheckCases = {
  code: 'KIA1007',
  mutations: { 'a policy without a mode': change('Sidecar', 'spec.outboundTrafficPolicy', {}) },
  broken: {
    'a policy without a mode': sidecar('outboundTrafficPolicy: {},'),
  },
  clean: {
    'a policy with its mode': sidecar('outboundTrafficPolicy: { mode: REGISTRY_ONLY },'),
    'either mode': `${sidecar('outboundTrafficPolicy: { mode: REGISTRY_ONLY },')}---${sidecar('outboundTrafficPolicy: { mode: ALLOW_ANY },').replace('name: default', 'name: other')}`,
    'no policy': sidecar(''),
  },
};
