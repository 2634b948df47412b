import { addressOf, type Call } from '../../lib/model/call';
import type { Port, Protocol } from '../../lib/model/service';
import { sampleRelease, sampleService } from '../support/sample';

const http: Port = { number: 8080, protocol: 'http' };
const admin: Port = { number: 9090, protocol: 'http', suffix: 'admin' };
const callee = sampleService('orders', {
  stable: sampleRelease('stable', { listensOn: { 8080: 3000 } }),
  namespace: 'sales',
  serviceName: 'orders-service',
  ports: [http, admin],
});
const call: Call = { caller: sampleService('shop'), callee };

describe('the address of a call', () => {
  it('is the full host of the callee and its first port, never the port of the process', () => {
    expect(addressOf(call, 'authority')).toBe('orders-service.sales.svc.cluster.local:8080');
  });

  it('has the port that the call names', () => {
    expect(addressOf({ ...call, port: admin }, 'authority')).toBe('orders-service.sales.svc.cluster.local:9090');
  });

  it.each<[Protocol, string]>([
    ['http', 'http://orders.orders.svc.cluster.local:80'],
    ['http2', 'http://orders.orders.svc.cluster.local:80'],
    ['grpc', 'grpc://orders.orders.svc.cluster.local:80'],
  ])('is as a URL over %s: %s', (protocol, url) => {
    const service = sampleService('orders', { ports: [{ number: 80, protocol }] });
    expect(addressOf({ ...call, callee: service }, 'url')).toBe(url);
  });
});
