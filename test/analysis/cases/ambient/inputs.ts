import type { Mutation } from '../../mutation';
import { change, nothing, only } from '../../mutation';

const useWaypoint = ['metadata', 'labels', 'istio.io/use-waypoint'];

/** A namespace that loses its waypoint. */
export function withoutWaypoint(namespace: string): Mutation {
  return only(namespace, change('Namespace', useWaypoint, nothing));
}

/** A Service that goes without the waypoint of its namespace. */
export function optingOut(service: string): Mutation {
  return only(service, change('Service', useWaypoint, 'none'));
}

/** An ambient namespace `a` without a waypoint, and an app with a Service. */
export const ambient = `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: a }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: a }
spec: { template: { metadata: { labels: { app: web } } } }
---`;

/** The same with sidecars. */
export const sidecars = ambient.replace('istio.io/dataplane-mode: ambient', 'istio-injection: enabled');

/** The same behind a waypoint. */
export const enrolled = `${ambient.replace('ambient }', 'ambient, istio.io/use-waypoint: waypoint }')}
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: a }
spec: { gatewayClassName: istio-waypoint, listeners: [{ name: mesh, port: 15008, protocol: HBONE }] }
---`;

/** An ingress gateway of the Gateway API in the namespace. */
export const edge = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: a }
spec: { gatewayClassName: istio, listeners: [{ name: web, port: 80, protocol: HTTP }] }
---`;
