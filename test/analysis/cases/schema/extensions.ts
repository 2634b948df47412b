const object = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;
const machine = (spec: string): string => object('networking.istio.io/v1', 'WorkloadEntry', spec);
const tag = (override: string): string =>
  object('telemetry.istio.io/v1', 'Telemetry', `metrics: [{ overrides: [{ tagOverrides: { a: { ${override} } } }] }]`);
const plugin = (url: string, env = ''): string =>
  object('extensions.istio.io/v1alpha1', 'WasmPlugin', `url: '${url}', vmConfig: { env: [${env}] }`);
const patch = (match: string): string =>
  object(
    'networking.istio.io/v1alpha3',
    'EnvoyFilter',
    `configPatches: [{ applyTo: HTTP_FILTER, match: { ${match} }, patch: { operation: MERGE } }]`,
  );

/** Machines, metrics, modules and patches that fit their schema and are refused by Istio. */
export const refusedExtensions: Readonly<Record<string, string>> = {
  'a machine without an address': machine('labels: { app: web }'),
  'a socket that is a folder': machine('address: unix:///run/'),
  'a socket without a whole path': machine('address: unix://run'),
  'a socket with ports': machine("address: 'unix://@web', ports: { http: 80 }"),
  'a port of a machine without a name': machine("address: 192.0.2.1, ports: { '@': 80 }"),
  'a tag of a metric that is set to nothing': tag('operation: UPSERT'),
  'a tag of a metric that is removed with a value': tag('operation: REMOVE, value: request.path'),
  'a module by another scheme': plugin('ftp://web.example/a.wasm'),
  'a module that is told one thing twice': plugin(
    'oci://web.example/a:1',
    '{ name: A, value: a }, { name: A, value: b }',
  ),
  'a module that is told in two ways': plugin('oci://web.example/a:1', '{ name: A, valueFrom: HOST, value: a }'),
  'a match of waypoints for sidecars': patch('context: SIDECAR_INBOUND, waypoint: { portNumber: 80 }'),
  'a match of waypoints for any proxy': patch('waypoint: { portNumber: 80 }'),
  'a match of listeners for waypoints': patch('context: WAYPOINT, listener: { portNumber: 80 }'),
  'a match of all that waypoints have': patch('context: WAYPOINT'),
};

/** What looks like them and is taken. */
export const takenExtensions: Readonly<Record<string, string>> = {
  'a machine by its network': machine('network: far'),
  'a machine with ports': machine('address: 192.0.2.1, ports: { http-web: 80 }'),
  'a socket': machine('address: unix:///run/web.sock'),
  'a socket without a path': machine("address: 'unix://@web'"),
  'a tag that is removed, and one that is set': tag("operation: REMOVE }, b: { value: '1'"),
  'a tag of which nobody says what becomes of it': tag('{}').replace('{ {} }', '{}'),
  'a module of a registry': plugin('web.example/a:1', '{ name: A, valueFrom: HOST }, { name: B, value: b }'),
  'a match of waypoints': patch('context: WAYPOINT, waypoint: { portNumber: 80 }'),
  'a match of listeners': patch('context: SIDECAR_INBOUND, listener: { portNumber: 80 }'),
};
