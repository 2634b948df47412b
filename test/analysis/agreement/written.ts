import type { App, DestinationTls, Route, SmallMesh } from './random-mesh';

/** How routes are written: for Istio, or for the Gateway API. */
export type RouteKind = 'VirtualService' | 'HTTPRoute';

/** The YAML of a mesh. */
export function written(mesh: SmallMesh, kind: RouteKind = 'VirtualService'): string {
  const objects = [
    ...meshConfig(mesh),
    ...Object.entries(mesh.injection).map(([name, injection]) => namespaceOf(name, injection)),
    ...mesh.apps.flatMap((app, index) => appOf(mesh, app, index)),
    ...mesh.sidecars.map(({ namespace, hosts, policy }, index) =>
      object('networking.istio.io/v1', 'Sidecar', `scope-${index}`, namespace, {
        egress: [{ hosts }],
        outboundTrafficPolicy: policy,
      }),
    ),
    ...mesh.modes.map(({ namespace, mode, app }, index) =>
      object('security.istio.io/v1', 'PeerAuthentication', `mode-${index}`, namespace, {
        selector: selectorOf(app),
        mtls: { mode },
      }),
    ),
    ...mesh.tls.map((rule, index) => destinationRule(mesh, rule, index)),
    ...mesh.routes.map((route, index) => routeOf(mesh, route, index, kind)),
    ...mesh.policies.map(({ namespace, app, action, source, path }, index) =>
      object('security.istio.io/v1', 'AuthorizationPolicy', `policy-${index}`, namespace, {
        selector: selectorOf(app),
        action,
        rules: source === undefined && path === undefined ? [] : [policyRule(source, path)],
      }),
    ),
  ];
  return objects.map((one) => JSON.stringify(one, undefined, 1)).join('\n---\n');
}

const hostOf = ({ apps }: SmallMesh, app: number): string =>
  `app-${app}.${apps[app]?.namespace ?? ''}.svc.cluster.local`;

function object(apiVersion: string, kind: string, name: string, namespace: string | undefined, spec: object): object {
  return { apiVersion, kind, metadata: { name, namespace }, spec };
}

function meshConfig({ outbound, isAutomatic }: SmallMesh): object[] {
  const mesh = JSON.stringify({
    enableAutoMtls: isAutomatic,
    ...(outbound === undefined ? {} : { outboundTrafficPolicy: { mode: outbound } }),
  });
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' }, data: { mesh } },
  ];
}

function namespaceOf(name: string, injection: string | undefined): object {
  const labels = injection === 'ambient' ? { 'istio.io/dataplane-mode': injection } : { 'istio-injection': injection };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function appOf(mesh: SmallMesh, app: App, index: number): object[] {
  const { namespace, portName, replicas, annotations, calls } = app;
  const name = `app-${index}`;
  const env = calls.map((callee) => ({ name: `APP_${callee}`, value: `http://${hostOf(mesh, callee)}:80/` }));
  const deployments = replicas.map((count, release) => {
    const labels = { app: name, version: `v${release}` };
    return object('apps/v1', 'Deployment', `${name}-v${release}`, namespace, {
      replicas: count,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: { serviceAccountName: name, containers: [{ name: 'app', env, ports: [{ containerPort: 8080 }] }] },
      },
    });
  });
  const ports = [{ name: portName, port: 80, targetPort: 8080 }];
  const service = object('v1', 'Service', name, namespace, { selector: { app: name }, ports });
  return [service, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }, ...deployments];
}

function selectorOf(app: number | undefined): object | undefined {
  return app === undefined ? undefined : { matchLabels: { app: `app-${app}` } };
}

function destinationRule(mesh: SmallMesh, { namespace, app, mode, ofSubset, exportTo }: DestinationTls, index: number) {
  const policy = (tls: string | undefined) => (tls === undefined ? undefined : { tls: { mode: tls } });
  return object('networking.istio.io/v1', 'DestinationRule', `tls-${index}`, namespace, {
    host: hostOf(mesh, app),
    exportTo: exportTo.length === 0 ? undefined : exportTo,
    trafficPolicy: policy(mode),
    subsets: [{ name: 'v0', labels: { version: 'v0' }, trafficPolicy: policy(ofSubset) }],
  });
}

/** Beside the Service that it is for. */
function routeOf(mesh: SmallMesh, route: Route, index: number, kind: RouteKind): object {
  const { app, header, rest } = route;
  const namespace = mesh.apps[app]?.namespace;
  const asked =
    kind === 'VirtualService'
      ? { match: [{ headers: { 'x-lane': { exact: header } } }] }
      : { matches: [{ headers: [{ name: 'x-lane', value: header }] }] };
  const first = header === undefined ? {} : asked;
  const others = rest === undefined || header === undefined ? [] : [{ ...route, to: [{ app: rest, weight: 0 }] }];
  const rules = [{ ...first, ...ruleOf(mesh, route, kind) }, ...others.map((other) => ruleOf(mesh, other, kind))];
  return kind === 'VirtualService'
    ? object('networking.istio.io/v1', kind, `route-${index}`, namespace, { hosts: [hostOf(mesh, app)], http: rules })
    : object('gateway.networking.k8s.io/v1', kind, `route-${index}`, namespace, {
        parentRefs: [{ group: '', kind: 'Service', name: `app-${app}` }],
        rules,
      });
}

function ruleOf(mesh: SmallMesh, { to, timeout }: Route, kind: RouteKind): object {
  // A weight that is alone means nothing to a VirtualService, and shares that are all nothing are no split.
  const isSplit = to.length > 1 && to.some(({ weight }) => weight > 0);
  const weights = to.map(({ app, weight }) => ({ app, weight: isSplit ? weight : 1 }));
  return kind === 'VirtualService'
    ? {
        timeout,
        route: weights.map(({ app, weight }) => ({
          destination: { host: hostOf(mesh, app), port: { number: 80 } },
          weight,
        })),
      }
    : {
        timeouts: timeout === undefined ? undefined : { request: timeout },
        backendRefs: weights.map(({ app, weight }) => ({
          name: `app-${app}`,
          namespace: mesh.apps[app]?.namespace,
          port: 80,
          weight,
        })),
      };
}

function policyRule(source: object | undefined, path: string | undefined): object {
  return {
    ...(source === undefined ? {} : { from: [{ source }] }),
    ...(path === undefined ? {} : { to: [{ operation: { paths: [path] } }] }),
  };
}
