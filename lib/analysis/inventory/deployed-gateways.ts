import { dataplaneMode } from '../views/dataplane';
import { gatewayClass, type KubernetesGateway, kubernetesGateway } from '../views/gateway-api';
import type { View, Viewer } from '../views/view';
import { qualified } from './hosts';
import type { Labels, Manifest } from '../manifest/manifest';

/** The pods, the account and the Service of a proxy, all under one name. */
export interface DeployedGateway {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ports: readonly (readonly [name: string, port: number])[];
}

/** The classes that Istio brings and deploys proxies for, and who serves them. */
const classesOfIstio: readonly (readonly [name: string, controller: string])[] = [
  ['istio', 'istio.io/gateway-controller'],
  ['istio-waypoint', 'istio.io/mesh-controller'],
  ['istio-east-west', 'istio.io/eastwest-controller'],
];

/**
 * What Istio deploys by itself for Gateways of the Gateway API. One that has the address of a
 * Service runs on the proxies of that Service, and gets none of its own.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
export function deployedGateways(written: readonly Manifest[]): DeployedGateway[] {
  return servedByIstio(written).flatMap((served) => (addressesOf(served.gateway).length > 0 ? [] : [deployed(served)]));
}

/**
 * The hosts of the Services whose pods each Gateway of the Gateway API configures: the one that
 * Istio deploys, or those that the Gateway has as addresses.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment
 */
export function gatewayServices(
  written: readonly Manifest[],
): (readonly [gateway: KubernetesGateway, hosts: readonly string[]])[] {
  return servedByIstio(written).map((served) => {
    const addresses = addressesOf(served.gateway);
    const { name, namespace } = deployed(served);
    return [served.gateway, addresses.length > 0 ? addresses : [qualified(name, namespace)]];
  });
}

interface ServedGateway {
  readonly gateway: KubernetesGateway;
  readonly className: string;
  readonly controller: string;
}

/** The Gateways of the classes of Istio, by whatever name. */
function servedByIstio(written: readonly Manifest[]): ServedGateway[] {
  const declared = viewsIn(written, gatewayClass).map(
    ({ manifest, spec }) => [manifest.name, spec.controllerName ?? ''] as const,
  );
  const controllers = new Map([...classesOfIstio, ...declared]);
  return viewsIn(written, kubernetesGateway)
    .map((gateway) => ({ gateway, className: gateway.spec.gatewayClassName ?? '' }))
    .map((one) => ({ ...one, controller: controllers.get(one.className) ?? '' }))
    .filter(({ controller }) => classesOfIstio.some(([, own]) => own === controller));
}

/** The Services that a Gateway names to run on. */
function addressesOf({ manifest, spec }: KubernetesGateway): string[] {
  return spec.addresses.flatMap(({ type, value = '' }) =>
    type === 'Hostname' ? [qualified(value, manifest.namespace)] : [],
  );
}

function viewsIn<S>(written: readonly Manifest[], { group, kind, view }: Viewer<S>): View<S>[] {
  return written.filter((manifest) => manifest.group === group && manifest.kind === kind).map(view);
}

function deployed({ gateway: { manifest, spec }, className, controller }: ServedGateway): DeployedGateway {
  const suffix = controller === 'istio.io/gateway-controller' ? `-${className}` : '';
  const { namespace, name, labels, annotations } = manifest;
  return {
    namespace,
    name: annotations['gateway.istio.io/name-override'] ?? `${name}${suffix}`,
    labels: {
      ...labels,
      'gateway.networking.k8s.io/gateway-name': name,
      'gateway.networking.k8s.io/gateway-class-name': className,
      [dataplaneMode]: 'none',
      'sidecar.istio.io/inject': 'true',
    },
    ports: spec.listeners.map(({ name: listener = '', port = 0 }) => [listener, port] as const),
  };
}
