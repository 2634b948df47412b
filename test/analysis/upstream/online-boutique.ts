import { stringify } from 'yaml';
import { type App, apps, frontend } from './online-boutique-apps';

/**
 * Online Boutique v0.10.6 as its makers deploy it: every object with the fields that analysis reads,
 * written down from what their release says. It is not their file: the script of one init container
 * and the licence header are left out.
 * @see https://github.com/GoogleCloudPlatform/microservices-demo/blob/v0.10.6/release/kubernetes-manifests.yaml
 */
export function onlineBoutique(): string {
  return documents([...shopObjects(), service('frontend-external', 'LoadBalancer', frontend)]);
}

/** What is there with the external Service and without it. */
export function shopObjects(): object[] {
  return apps.flatMap(objectsOf);
}

export function documents(objects: readonly object[]): string {
  return objects.map((object) => stringify(object)).join('---\n');
}

/** The Deployment, and the account and the Service that most of them have. */
function objectsOf(app: App): object[] {
  return [
    deployment(app),
    ...(app.port === undefined ? [] : [service(app.name, 'ClusterIP', app)]),
    ...(isOwn(app) ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: app.name } }] : []),
  ];
}

/** All but the database are built by the makers of the shop. */
function isOwn({ name }: App): boolean {
  return name !== 'redis-cart';
}

function service(name: string, type: string, { name: app, port = 0, served = { name: 'grpc', port } }: App): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { app } },
    spec: { type, selector: { app }, ports: [{ name: served.name, port: served.port, targetPort: port }] },
  };
}

function deployment(app: App): object {
  const { name, grace } = app;
  const labels = { app: name };
  const isRewritten = name === 'frontend' || name === 'loadgenerator';
  const annotations = isRewritten ? { annotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' } } : {};
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      selector: { matchLabels: labels },
      ...(name === 'loadgenerator' ? { replicas: 1 } : {}),
      template: {
        metadata: { labels, ...annotations },
        spec: {
          ...(isOwn(app) ? { serviceAccountName: name } : {}),
          ...(grace === undefined ? {} : { terminationGracePeriodSeconds: grace }),
          ...(name === 'loadgenerator' ? { restartPolicy: 'Always', initContainers: [frontendCheck()] } : {}),
          securityContext: { fsGroup: 1000, runAsGroup: 1000, runAsNonRoot: true, runAsUser: 1000 },
          containers: [container(app)],
          ...(isOwn(app) ? {} : { volumes: [{ name: 'redis-data', emptyDir: {} }] }),
        },
      },
    },
  };
}

function container(app: App): object {
  const { name, port, portName, env, probes } = app;
  const registry = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';
  const grpc = { grpc: { port } };
  const [readinessProbe, livenessProbe] = probes ?? [grpc, grpc];
  const named = portName === undefined ? {} : { name: portName };
  const role = port === undefined ? 'main' : 'server';
  return {
    name: isOwn(app) ? role : 'redis',
    image: isOwn(app) ? `${registry}/${name}:v0.10.6` : 'redis:alpine',
    securityContext: locked(),
    ...(port === undefined ? {} : { ports: [{ ...named, containerPort: port }], readinessProbe, livenessProbe }),
    ...(env === undefined ? {} : { env: listed(env) }),
    resources: {
      requests: app.requests ?? { cpu: '100m', memory: '64Mi' },
      limits: app.limits ?? { cpu: '200m', memory: '128Mi' },
    },
    ...(isOwn(app) ? {} : { volumeMounts: [{ mountPath: '/data', name: 'redis-data' }] }),
  };
}

/** Waits for the shop; what it runs is left out. */
function frontendCheck(): object {
  return {
    name: 'frontend-check',
    image: 'busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d',
    securityContext: locked(),
    env: listed({ FRONTEND_ADDR: 'frontend:80' }),
  };
}

function locked(): object {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  };
}

function listed(env: Readonly<Record<string, string>>): object[] {
  return Object.entries(env).map(([name, value]) => ({ name, value }));
}
