import { istio, service, textOf } from './objects';
import { platform } from './platform';
import type { JudgedMesh, RequestProbe } from './probes';

export const http = { name: 'http', port: 80, targetPort: 8080 };
const tcp = { name: 'tcp', port: 9000 };
const tls = { name: 'tls', port: 443, targetPort: 8443 };
export const web = service('shop', 'web', [http, tcp, tls]);
export const api = service('pay', 'api', [http, tcp]);
const subsets = ['v1', 'v2'].map((version) => ({ name: version, labels: { version } }));
export const releases = istio('DestinationRule', 'shop', 'web', { host: 'web', subsets });
export const to = (host: string, subset?: string): object => ({
  destination: { host, ...(subset !== undefined && { subset }) },
});
export const rule = (...route: readonly object[]): object => ({ route });
export const routes = (own: string, name: string, spec: object): object => istio('VirtualService', own, name, spec);

export const asked = (from: string, ...urls: readonly string[]): RequestProbe[] => urls.map((url) => ({ from, url }));
export const routed = (title: string, objects: readonly object[], requests: readonly RequestProbe[]): JudgedMesh => ({
  title,
  text: textOf([...platform, ...objects]),
  requests,
  calls: [],
});
