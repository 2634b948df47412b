import type { CheckCases } from '../../check-cases';

const mesh = (env: string, rule: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  selector: { matchLabels: { app: istiod } }
  template: { metadata: { labels: { app: istiod } }, spec: { containers: [{ name: discovery, env: [${env}] }] } }
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: shop }
spec: { jwtRules: [${rule}] }
`;
const fetched = '{ issuer: login.example, jwksUri: https://login.example/keys }';
const variable = 'name: BLOCKED_CIDRS_IN_JWKS_URIS';

export const unrestrictedJwks: CheckCases = {
  code: 'IST0175',
  broken: {
    'keys that are fetched': mesh('', fetched),
    'keys that the issuer tells': mesh('', '{ issuer: https://login.example }'),
    'networks left empty': mesh(`{ ${variable}, value: "" }`, fetched),
  },
  clean: {
    'networks that are blocked': mesh(`{ ${variable}, value: 10.0.0.0/8 }`, fetched),
    'keys that are written down': mesh('', '{ issuer: login.example, jwks: "{}" }'),
    'no tokens': mesh('', fetched).replace('kind: RequestAuthentication', 'kind: Other'),
    'an istiod that the files do not show': mesh('', fetched).replace('kind: Deployment', 'kind: Other'),
  },
};
