import type { CheckCases } from '../../check-cases';
import { change, rewritten } from '../../mutation';

const methods = 'spec.rules.*.to.*.operation.methods.*';

export const impossibleMethod: CheckCases = {
  code: 'KIA0102',
  mutations: {
    'a method of gRPC': change('AuthorizationPolicy', methods, '/shop.Orders/Place'),
    'a method in small letters': change(
      'AuthorizationPolicy',
      methods,
      rewritten((old) => old.toLowerCase()),
    ),
    'a method misspelt': change('AuthorizationPolicy', methods, 'GETT'),
    'an end that no method has': change('AuthorizationPolicy', methods, '*Z'),
  },
  broken: {
    'a method in small letters': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { rules: [{ to: [{ operation: { methods: [get] } }] }] }
`,
    'a method of gRPC': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { rules: [{ to: [{ operation: { methods: [/shop.Orders/Place] } }] }] }
`,
  },
  clean: {
    'methods of HTTP': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { rules: [{ to: [{ operation: { methods: [GET, POST] } }] }] }
`,
    'methods by their start, by their end, of WebDAV, and any': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { rules: [{ to: [{ operation: { methods: ['P*', '*T', PROPFIND, '*'], notMethods: [TRACE] } }] }] }
`,
  },
};
