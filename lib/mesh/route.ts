import { Construct } from 'constructs';
import {
  VirtualService,
  type VirtualServiceSpecHttp,
  type VirtualServiceSpecHttpRoute,
} from '../../imports/networking.istio.io';
import type { Edge } from '../model/edge';
import { serviceLabels } from '../model/labels';
import { hostOf, type ReleaseName, type Service } from '../model/service';
import { type HeaderPin, shareOf, type Split } from '../model/traffic';

export interface RouteProps {
  readonly service: Service;
  readonly split: Split;
  readonly pins: readonly HeaderPin[];
  /** @default - no route from outside */
  readonly edge?: Edge;
  /** Whether services of the mesh call this one. */
  readonly calledInMesh: boolean;
  /** Namespaces whose proxies use the route: those of the callers. */
  readonly visibleIn: readonly string[];
}

/**
 * The VirtualService of a service. Its rules stand in the only order that works, first match wins:
 * pins, then the caller's lane, then the split. A split always names both releases, so that
 * promotion and rollback change weights and nothing else.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export class Route extends Construct {
  constructor(scope: Construct, id: string, props: RouteProps) {
    super(scope, id);
    const { service, edge, calledInMesh } = props;
    new VirtualService(this, 'route', {
      metadata: { name: `${service.name}-vs`, labels: serviceLabels(service) },
      spec: {
        hosts: [...(edge?.hosts ?? []), ...(calledInMesh ? [hostOf(service)] : [])],
        gateways: [...(edge === undefined ? [] : [gatewayName(service)]), ...(calledInMesh ? ['mesh'] : [])],
        exportTo: [...props.visibleIn],
        http:
          service.canary === undefined
            ? [onlyRelease(service)]
            : [...pinRules(props), ...laneRules(props), splitRule(props)],
      },
    });
  }
}

/** The Gateway through which a service is reached from outside. */
export function gatewayName(service: Service): string {
  return `${service.name}-gateway`;
}

function pinRules({ service, pins }: RouteProps): VirtualServiceSpecHttp[] {
  return pins.map((pin) => ({
    name: `pin-${pin.header}`,
    match: [{ headers: { [pin.header]: { exact: pin.value } } }],
    route: [{ destination: destination(service, 'canary'), weight: 100 }],
  }));
}

function laneRules({ service, split }: RouteProps): VirtualServiceSpecHttp[] {
  if (split !== 'follow') {
    return [];
  }
  return [
    {
      name: 'lane-canary',
      match: [{ sourceLabels: { version: 'canary' } }],
      route: [{ destination: destination(service, 'canary'), weight: 100 }],
    },
  ];
}

function splitRule({ service, split }: RouteProps): VirtualServiceSpecHttp {
  const share = (release: ReleaseName): VirtualServiceSpecHttpRoute => ({
    destination: destination(service, release),
    weight: shareOf(release, split),
  });
  return { name: 'split', route: [share('stable'), share('canary')] };
}

function onlyRelease(service: Service): VirtualServiceSpecHttp {
  return { name: 'stable', route: [{ destination: destination(service, 'stable') }] };
}

function destination(service: Service, subset: ReleaseName): VirtualServiceSpecHttpRoute['destination'] {
  return { host: hostOf(service), subset, port: { number: service.ports[0].number } };
}
