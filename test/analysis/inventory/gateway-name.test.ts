import { gatewayName } from '../../../lib/analysis/inventory/gateway-name';

it.each([
  ['edge', 'shop/edge'],
  ['./edge', 'shop/edge'],
  ['gateways/edge', 'gateways/edge'],
  ['edge.gateways', 'gateways/edge'],
  ['edge.gateways.svc.cluster.local', 'gateways/edge'],
])('a VirtualService of namespace shop that names %s means %s', (reference, meant) => {
  expect(gatewayName(reference, 'shop').join('/')).toBe(meant);
});
