import { protocolOf } from '../../../lib/analysis/views/service';

describe('the protocol of a port', () => {
  it.each([
    ['its name', { name: 'http' }, 'http'],
    ['the first word of its name, in any case', { name: 'HTTP2-api' }, 'http2'],
    ['gRPC for browsers', { name: 'grpc-web-api' }, 'grpc-web'],
    ['its appProtocol, whatever the name', { name: 'http', appProtocol: 'tcp' }, 'tcp'],
    ['the first word of its appProtocol', { appProtocol: 'http-api' }, 'http'],
    ['what Kubernetes calls it', { appProtocol: 'kubernetes.io/h2c' }, 'http2'],
    ['UDP, whatever else is said', { name: 'http', protocol: 'UDP' }, 'udp'],
    ['TCP where the server speaks first', { name: 'db', port: 3306 }, 'tcp'],
  ])('is %s', (_, port, protocol) => {
    expect(protocolOf(port)).toBe(protocol);
  });

  it.each([
    ['the name is of nobody', { name: 'web', port: 80 }],
    ['the appProtocol is of nobody, whatever the name', { name: 'http', appProtocol: 'example.com/http' }],
    ['a name is what Kubernetes calls a protocol', { name: 'kubernetes.io/h2c' }],
  ])('is for the proxy to find out if %s', (_, port) => {
    expect(protocolOf(port)).toBeUndefined();
  });
});
