import { authorizationPolicy } from '../views/authorization-policy';
import { asksForAmbient } from '../views/dataplane';
import { kubernetesGateway } from '../views/gateway-api';
import { workloadView } from '../views/workload';
import type { Manifest } from '../manifest/manifest';

/** What sidecars read: nobody writes it for a namespace whose pods have none. */
const readBySidecars: readonly string[] = [
  'VirtualService',
  'DestinationRule',
  'Sidecar',
  'PeerAuthentication',
  'AuthorizationPolicy',
  'RequestAuthentication',
];

/**
 * Namespaces that no file declares, and whose pods are taken to have sidecars all the same: they
 * live beside objects that only proxies read. Where anything is ambient, nobody can tell, and
 * nothing is taken for granted.
 */
export function injectedNamespaces(written: readonly Manifest[]): readonly string[] {
  const declared = new Set(written.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  const ruled = new Set(written.filter(isReadBySidecars).map(({ namespace }) => namespace));
  const inhabited = new Set(written.filter((one) => workloadView(one) !== undefined).map(({ namespace }) => namespace));
  const found = [...ruled].filter((namespace) => inhabited.has(namespace) && !declared.has(namespace));
  return written.some(isAmbient) ? [] : found;
}

function isReadBySidecars(manifest: Manifest): boolean {
  const { kind, group } = manifest;
  const isOfIstio = group === 'networking.istio.io' || group === 'security.istio.io';
  return isOfIstio && readBySidecars.includes(kind) && !(kind === 'AuthorizationPolicy' && isBound(manifest));
}

/** Whether a policy names what it is for, as waypoints and gateways are named. */
function isBound(manifest: Manifest): boolean {
  const { targetRef, targetRefs } = authorizationPolicy.view(manifest).spec;
  return (targetRef ?? targetRefs[0]) !== undefined;
}

function isAmbient(manifest: Manifest): boolean {
  const { kind, group, labels } = manifest;
  const isGateway = kind === kubernetesGateway.kind && group === kubernetesGateway.group;
  const className = isGateway ? kubernetesGateway.view(manifest).spec.gatewayClassName : undefined;
  const ofPods = workloadView(manifest)?.labels ?? {};
  return className === 'istio-waypoint' || [labels, ofPods].some(asksForAmbient);
}
