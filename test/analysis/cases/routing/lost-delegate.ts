import type { CheckCases } from '../../check-cases';

const services = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: shop }
spec: { hosts: [cart.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---`;

const root = (match: string, delegate = '{ name: cart }', name = 'root'): string => `${services}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: shop }
spec:
  hosts: [${name}.example]
  http: [{ ${match === '' ? '' : `match: [${match}], `}delegate: ${delegate} }]
---`;

const rules = (match: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: ${more.includes('exportTo') ? 'team' : 'shop'} }
spec: { ${more}http: [{ ${match === '' ? '' : `match: [${match}], `}route: [{ destination: { host: cart.example } }] }] }
---`;

export const lostDelegate: CheckCases = {
  code: 'LAB083',
  broken: {
    'a prefix that is not below that of the rule':
      root('{ uri: { prefix: /api } }') + rules('{ uri: { prefix: /cart } }'),
    'an expression, of which nobody knows what it takes':
      root('{ uri: { regex: /api/.* } }') + rules('{ uri: { prefix: /api/cart } }'),
    'one of two matches':
      root('{ uri: { prefix: /api } }') + rules('{ uri: { prefix: /api/a } }, { uri: { exact: /b } }'),
    'another case of letters':
      root('{ uri: { prefix: /api }, ignoreUriCase: true }') + rules('{ uri: { prefix: /api/a } }'),
    'a delegate of two rules, neither of which takes it':
      root('{ uri: { prefix: /a } }') +
      root('{ uri: { prefix: /b } }', undefined, 'other') +
      rules('{ uri: { prefix: /c } }'),
    'nobody to delegate to': root('', '{ name: basket }') + rules(''),
    'a delegate with hosts': root('') + rules('', 'hosts: [cart.example], '),
    'a delegate of another namespace that keeps it to itself':
      root('', '{ name: cart, namespace: team }') + rules('', "exportTo: ['.'], "),
  },
  clean: {
    'a prefix below that of the rule': root('{ uri: { prefix: /api } }') + rules('{ uri: { prefix: /api/cart } }'),
    'no match in either': root('') + rules(''),
    'a header that the rule does not ask for':
      root('{ uri: { prefix: /api } }') + rules('{ headers: { a: { exact: b } } }'),
    'a delegate of two rules, one of which takes it':
      root('{ uri: { prefix: /a } }') +
      root('{ uri: { prefix: /b } }', undefined, 'other') +
      rules('{ uri: { prefix: /b/c } }'),
    'a delegate of another namespace for everybody':
      root('', '{ name: cart, namespace: team }') + rules('', "exportTo: ['*'], "),
  },
};
