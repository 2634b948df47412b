import { gatewayClass, type KubernetesGateway, kubernetesGateway } from '../views/gateway-api';
import type { View, Viewer } from '../views/view';
import type { Labels, Manifest } from './manifest';

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
  const declared = viewsIn(written, gatewayClass).map(
    ({ manifest, spec }) => [manifest.name, spec.controllerName ?? ''] as const,
  );
  const controllers = new Map([...classesOfIstio, ...declared]);
  return viewsIn(written, kubernetesGateway).flatMap((gateway) => {
    const className = gateway.spec.gatewayClassName ?? '';
    const controller = controllers.get(className) ?? '';
    const runsElsewhere = gateway.spec.addresses.some(({ type }) => type === 'Hostname');
    const isDeployed = classesOfIstio.some(([, own]) => own === controller) && !runsElsewhere;
    const suffix = controller === 'istio.io/gateway-controller' ? `-${className}` : '';
    return isDeployed ? [deployed(gateway, className, suffix)] : [];
  });
}

function viewsIn<S>(written: readonly Manifest[], { group, kind, view }: Viewer<S>): View<S>[] {
  return written.filter((manifest) => manifest.group === group && manifest.kind === kind).map(view);
}

function deployed({ manifest, spec }: KubernetesGateway, className: string, suffix: string): DeployedGateway {
  const { namespace, name, labels, annotations } = manifest;
  return {
    namespace,
    name: annotations['gateway.istio.io/name-override'] ?? `${name}${suffix}`,
    labels: {
      ...labels,
      'gateway.networking.k8s.io/gateway-name': name,
      'gateway.networking.k8s.io/gateway-class-name': className,
      'istio.io/dataplane-mode': 'none',
      'sidecar.istio.io/inject': 'true',
    },
    ports: spec.listeners.map(({ name: listener = '', port = 0 }) => [listener, port] as const),
  };
}
