import { App } from 'cdktf';
import { mirroredImage } from '../lib/kubernetes/mirrors';
import { type Mesh, membersOf } from '../lib/model/mesh';
import { meshedNamespace } from '../lib/model/namespace';
import { addOns, traceCollector } from '../lib/platform/add-ons';
import type { GatewayExposure } from '../lib/platform/istio-values';
import type { KubeContext } from '../lib/platform/kubernetes-access';
import { profiles } from '../lib/platform/profile';
import type { StateBackend } from '../lib/platform/state-backend';
import { kindNodeImage } from '../lib/versions';
import { showsAddOns, addOnUrlsOf } from './add-on-urls';
import { certificateNames } from './certificate-names';
import { ClusterStack } from './cluster-stack';
import { controlPlaneNamespace, gatewayNamespace } from './namespaces';
import { ObservabilityStack } from './observability-stack';
import { PlatformStack } from './platform-stack';
import { contextOf, samplingOf, type Settings } from './settings';
import { telemetryOf } from './telemetry';

/** Node ports behind the host ports; the gateway's Service and the control-plane node agree on them. */
const nodePorts = { http: 30080, https: 30443 } as const;

export interface TerraformAppProps {
  /** Folder for the Terraform JSON; it must exist. */
  readonly outdir: string;
  readonly settings: Settings;
  readonly mesh: Mesh;
}

/** The Terraform app: cluster, then platform, then observability; on an existing cluster without the first. */
export function terraformApp({ outdir, settings, mesh }: TerraformAppProps): App {
  const app = new App({ outdir, stackTraces: false });
  const { state } = settings;
  const cluster = kubeContext(settings);
  const platform = new PlatformStack(app, 'platform', {
    state,
    cluster,
    namespaces: [controlPlaneNamespace, gatewayNamespace, ...meshedNamespaces(mesh)],
    certificates: certificates(settings),
    profile: profiles[settings.profile],
    sampling: samplingOf(settings),
    ...(settings.addOns ? { traceCollector } : {}),
    exposure: exposure(settings),
    mirrors: settings.mirrors,
  });
  if (settings.target === 'kind') {
    platform.addDependency(kindStack(app, settings, state, cluster));
  }
  if (settings.addOns) {
    observabilityStack(app, settings, mesh, cluster).addDependency(platform);
  }
  return app;
}

function observabilityStack(app: App, settings: Settings, mesh: Mesh, cluster: KubeContext): ObservabilityStack {
  const { state, mirrors } = settings;
  const urls = addOnUrlsOf(settings);
  const telemetry = telemetryOf(mesh, profiles[settings.profile], urls);
  return new ObservabilityStack(app, 'observability', { state, cluster, urls, mirrors, ...telemetry });
}

function kindStack(
  app: App,
  { cluster: { name }, ports, capacity, mirrors }: Settings,
  state: StateBackend,
  access: KubeContext,
): ClusterStack {
  return new ClusterStack(app, 'cluster', {
    state,
    name,
    nodeImage: mirroredImage(kindNodeImage, mirrors),
    workers: capacity.nodes,
    ports: [
      { hostPort: ports.http, nodePort: nodePorts.http },
      { hostPort: ports.https, nodePort: nodePorts.https },
    ],
    kubeconfigPath: access.kubeconfigPath,
  });
}

/** One for each Gateway: those of the application, and the one of the add-ons. */
function certificates(settings: Settings): ReadonlyMap<string, readonly string[]> {
  const shown = Object.values(addOns).map(({ host }) => host);
  return new Map<string, readonly string[]>([
    [certificateNames.application, settings.hosts],
    ...(showsAddOns(settings) ? [[certificateNames.addOns, shown] as const] : []),
  ]);
}

function meshedNamespaces(mesh: Mesh) {
  return [...new Set(membersOf(mesh).map(({ namespace }) => namespace))].map(meshedNamespace);
}

function exposure(settings: Settings): GatewayExposure {
  return settings.target === 'kind' ? { type: 'NodePort', ...nodePorts } : { type: 'LoadBalancer' };
}

/**
 * A relative path means the checkout, whichever folder Terraform runs in: the expression keeps
 * this machine's folders out of the JSON. Providers resolve `~` themselves.
 */
function kubeContext(settings: Settings): KubeContext {
  const { kubeconfig } = settings.cluster;
  const isRelative = !/^[/~]/.test(kubeconfig);
  return {
    kubeconfigPath: isRelative ? `\${abspath("\${path.root}/../../../${kubeconfig}")}` : kubeconfig,
    context: contextOf(settings),
  };
}
