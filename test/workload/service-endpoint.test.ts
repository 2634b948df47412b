import type { Service } from '../../lib/model/service';
import { ServiceEndpoint } from '../../lib/workload/service-endpoint';
import { objectsOf } from '../support/objects-of';
import { sampleRelease, sampleService } from '../support/sample';

function endpoint(difference: Partial<Service> = {}) {
  const service = sampleService('shop', { serviceName: 'shop-service', ...difference });
  return objectsOf((chart) => new ServiceEndpoint(chart, 'it', { service }));
}

const listening = (port: number) => sampleRelease('stable', { listensOn: { 80: port } });
const canary = (port: number) => ({ ...listening(port), name: 'canary' }) as const;
const ports = [{ number: 80, protocol: 'http' }] as const;

describe('the endpoint of a service', () => {
  it('is an account without a token, and a Service over all releases', () => {
    expect(endpoint()).toMatchObject([
      { kind: 'ServiceAccount', metadata: { name: 'shop' }, automountServiceAccountToken: false },
      { kind: 'Service', metadata: { name: 'shop-service' }, spec: { selector: { app: 'shop' } } },
    ]);
    expect(JSON.stringify(endpoint())).not.toContain('version');
  });

  it('says the protocol of each port twice: in its name and as the protocol of the application', () => {
    const both = [
      { number: 9000, protocol: 'grpc' },
      { number: 6379, protocol: 'tcp', suffix: 'cache' },
    ] as const;
    expect(endpoint({ ports: both })[1]).toMatchObject({
      spec: {
        ports: [
          { name: 'grpc', port: 9000, appProtocol: 'grpc' },
          { name: 'tcp-cache', port: 6379, appProtocol: 'tcp' },
        ],
      },
    });
  });

  it('leads to the number on which all releases listen', () => {
    const service = endpoint({ ports, stable: listening(3000), canary: canary(3000) })[1];
    expect(service).toMatchObject({ spec: { ports: [{ port: 80, targetPort: 3000 }] } });
  });

  it('leads to the name of the port where the canary listens elsewhere', () => {
    const service = endpoint({ ports, stable: listening(3000), canary: canary(4000) })[1];
    expect(service).toMatchObject({ spec: { ports: [{ port: 80, targetPort: 'http' }] } });
  });
});
