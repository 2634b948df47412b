import { domainsOf, searched } from '../../../lib/analysis/inventory/addresses';
import type { SelfSigned } from '../../cli/self-signed';
import type { Configuration } from './configuration';
import { podsBehind, portBehind, type RunningPod } from './derived';
import type { Sending as SendingTo } from './judge';
import type { LoadedMesh } from './mesh-cluster';
import type { CallProbe, RequestProbe } from './probes';

/** @property listener the name of the listener, if the address does not tell it */
export type Sending = Omit<SendingTo, 'listener'> & { readonly listener?: string };

/** Where nobody of the mesh lives. */
const elsewhere = '203.0.113.9';

/** The request of a probe as it reaches the proxy of its client. */
export function sendingOf(loaded: LoadedMesh, pod: RunningPod, isGateway: boolean, probe: RequestProbe): Sending {
  const { url, method = 'GET', headers = {} } = probe;
  const { protocol, hostname, host, port: written, pathname, search } = new URL(url);
  const isTls = protocol === 'https:';
  const port = written === '' ? (isTls ? 443 : 80) : Number(written);
  const given = Object.entries(headers);
  const request = {
    method,
    path: pathname + search,
    headers: given.some(([name]) => name.toLowerCase() === 'host') ? given : [['host', host] as const, ...given],
    ...(isTls && { tls: { name: hostname } }),
  };
  if (isGateway) {
    const destination = { address: pod.address, port: portBehind(loaded.objects, pod, port) };
    return { ...request, destination, listener: `0.0.0.0_${destination.port}` };
  }
  const names = [hostname.replace(/\.$/, ''), ...searched(hostname, pod.namespace)];
  const address = names.map((name) => addressOf(loaded, name)).find((one) => one !== undefined);
  return { ...request, destination: { address: address ?? elsewhere, port } };
}

/** Of a sidecar the listener of the address goes first, then the one of the port, then that for all the rest. */
export function listenerFor({ listeners }: Configuration, { listener, destination }: Sending): string | undefined {
  const { address, port } = destination;
  const wanted = listener === undefined ? [`${address}_${port}`, `0.0.0.0_${port}`, 'virtualOutbound'] : [listener];
  return wanted.find((name) => listeners.some((one) => one.name === name));
}

/** Of a Service without an address of its own, and of the name of a pod of it, that of its first pod. */
function addressOf({ addresses, objects, pods }: LoadedMesh, name: string): string | undefined {
  const host = domainsOf(name).find((domain) => addresses.get(domain) === 'None') ?? name;
  const address = addresses.get(host);
  return address === 'None' ? podsBehind(objects, pods, host)[0]?.address : address;
}

/**
 * A call as it reaches the proxy of a called pod.
 * @param certificate of the caller, if it speaks mutual TLS
 */
export function callOf(
  loaded: LoadedMesh,
  callee: RunningPod,
  { to, port, method, path, host, isTcp }: CallProbe,
  certificate: SelfSigned | undefined,
): SendingTo {
  const [namespace, name] = to.split('/');
  const service = `${name}.${namespace}.svc.cluster.local`;
  const protocols = isTcp === true ? ['istio-peer-exchange', 'istio'] : ['istio-http/1.1'];
  return {
    listener: 'virtualInbound',
    destination: { address: callee.address, port: portBehind(loaded.objects, callee, port) },
    method,
    path,
    headers: [['host', host ?? service]],
    // As sidecars call a port of a host.
    ...(certificate && { tls: { name: `outbound_.${port}_._.${service}`, protocols, certificate } }),
  };
}
