import { type PeerAuthentication, peerAuthentication, requestAuthentication } from '../views/authentication';
import { authorizationPolicy } from '../views/authorization-policy';
import { type DestinationRule, destinationRule } from '../views/destination-rule';
import { envoyFilter } from '../views/envoy-filter';
import { gateway } from '../views/gateway';
import { grpcRoute, httpRoute, kubernetesGateway, referenceGrant } from '../views/gateway-api';
import { networkPolicy } from '../views/network-policy';
import { autoscaler, disruptionBudget } from '../views/scaling';
import { isSeenByProxies, protocolOf, type Service, serviceView, type Traffic, trafficOf } from '../views/service';
import { areMerged, type ServiceEntry, serviceEntry } from '../views/service-entry';
import { isSelective, selectorOf, type Sidecar, sidecar } from '../views/sidecar';
import { telemetry } from '../views/telemetry';
import { type VirtualService, virtualService } from '../views/virtual-service';
import { type Workload, workloadView } from '../views/workload';
import { workloadEntry, workloadGroup } from '../views/workload-registration';
import { assumedManifests } from './assumed';
import { closestPattern, hostMatches, qualified } from './hosts';
import { indexBy, indexByAll } from './index-by';
import { isMeshed } from './injection';
import { injectsByDefault } from './injector';
import type { Labels, Manifest } from '../manifest/manifest';
import { latestOf } from './latest';
import { ManifestIndex } from './manifest-index';
import { type MeshConfig, meshConfigOf } from './mesh-config';
import { PodsIndex } from './pods-index';
import { SelectorIndex } from './selector-index';
import { type Exported, isVisible } from './visibility';

/** A port of a Service or of a ServiceEntry, as proxies see it. */
export interface HostPort {
  readonly number: number;
  readonly traffic: Traffic;
}

/** What a cluster would know of some objects: each as it can be read, and indexes over them. */
export class Inventory extends ManifestIndex {
  /** Whether pods of a namespace without a label get sidecars. */
  readonly injectsByDefault = injectsByDefault(this.ofKind('', 'ConfigMap'));
  readonly mesh: MeshConfig = meshConfigOf(this.ofKind('', 'ConfigMap'));

  readonly services: readonly Service[] = this.ofKind('', 'Service').map(serviceView);
  readonly workloads: readonly Workload[] = this.manifests.map(workloadView).filter((one) => one !== undefined);
  readonly virtualServices = this.views(virtualService);
  readonly destinationRules = this.views(destinationRule);
  readonly gateways = this.views(gateway);
  readonly serviceEntries = this.views(serviceEntry);
  readonly sidecars = this.views(sidecar);
  readonly envoyFilters = this.views(envoyFilter);
  readonly workloadEntries = this.views(workloadEntry);
  readonly workloadGroups = this.views(workloadGroup);
  readonly authorizationPolicies = this.views(authorizationPolicy);
  readonly peerAuthentications = this.views(peerAuthentication);
  readonly requestAuthentications = this.views(requestAuthentication);
  readonly telemetries = this.views(telemetry);
  readonly networkPolicies = this.views(networkPolicy);
  readonly kubernetesGateways = this.views(kubernetesGateway);
  readonly httpRoutes = this.views(httpRoute);
  readonly grpcRoutes = this.views(grpcRoute);
  readonly referenceGrants = this.views(referenceGrant);
  readonly autoscalers = this.views(autoscaler);
  readonly disruptionBudgets = this.views(disruptionBudget);

  /** Every namespace that an object declares or lives in, and its labels, its own name among them. */
  readonly namespaces: ReadonlyMap<string, Labels> = namespacesOf(this.manifests);
  readonly pods = new PodsIndex(this.workloads);

  private readonly peerAuthenticationsByNamespace = indexBy(this.peerAuthentications, namespaceOf);
  private readonly sidecarsBySelector = new SelectorIndex(this.sidecars, {
    namespaceOf,
    selectorOf: (one) => ({ matchLabels: selectorOf(one), matchExpressions: [] }),
  });
  private readonly serviceByHost = new Map(this.services.map((service) => [service.host, service]));
  private readonly entriesByHost = indexByAll(this.serviceEntries, ({ spec }) => spec.hosts);
  private readonly rulesByHost = indexBy(this.destinationRules, ({ manifest, spec }) =>
    qualified(spec.host ?? '', manifest.namespace),
  );
  private readonly wildcardRuleHosts = [...this.rulesByHost.keys()].filter((host) => host.startsWith('*'));
  private readonly wildcardHosts = [...this.entriesByHost.keys()].filter((host) => host.startsWith('*'));
  private readonly servicesByWorkload = indexByAll(this.services, (service) => this.workloadsBehind(service));

  /** The Service of a fully qualified host. */
  serviceOf(host: string): Service | undefined {
    return this.serviceByHost.get(host);
  }

  /** The ServiceEntries that declare a host, by its own name or by the closest wildcard. */
  entriesOf(host: string): readonly ServiceEntry[] {
    return this.entriesByHost.get(host) ?? this.entriesByHost.get(closestPattern(this.wildcardHosts, host) ?? '') ?? [];
  }

  /** The DestinationRules of a fully qualified host: by its own name, then by wildcards. */
  destinationRulesOf(host: string): readonly DestinationRule[] {
    const wildcards = this.wildcardRuleHosts.filter((pattern) => pattern !== host && hostMatches(pattern, host));
    return [host, ...wildcards].flatMap((pattern) => this.rulesByHost.get(pattern) ?? []);
  }

  /** The namespace of whoever declares a fully qualified host. */
  ownerOf(host: string): string | undefined {
    return this.serviceOf(host)?.namespace ?? this.entriesOf(host)[0]?.manifest.namespace;
  }

  /** Who may see a fully qualified host: what each of those that declare it says. */
  exportsOf(host: string): readonly Exported[] {
    const service = this.serviceOf(host);
    return service === undefined
      ? this.entriesOf(host).map(({ manifest: { namespace }, spec: { exportTo } }) => ({ namespace, exportTo }))
      : [service];
  }

  /**
   * The ports that a client of a namespace knows of a fully qualified host: of several ServiceEntries
   * the one of its own namespace counts, else the first that it sees, with the ports of those that are like it.
   * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go canMergeServices
   */
  portsOf(host: string, reader: string): HostPort[] {
    const entries = this.entriesOf(host);
    const own = entries.find(({ manifest }) => manifest.namespace === reader);
    const seen = entries.find(({ manifest, spec }) => isVisible(spec.exportTo, manifest.namespace, reader));
    const ports = this.serviceOf(host)?.ports;
    const ofService = ports
      ?.filter(
        (one) => isSeenByProxies(one) || !ports.some((other) => isSeenByProxies(other) && other.port === one.port),
      )
      .map((one) => ({ number: one.port, traffic: trafficOf(protocolOf(one)) }));
    const first = own ?? seen;
    const ofEntry =
      first &&
      entries
        .filter((entry) => areMerged(first, entry))
        .flatMap(({ spec }) => spec.ports)
        .map(({ number, protocol }) => ({ number, traffic: trafficOf(protocol?.toLowerCase()) }));
    return (ofService ?? ofEntry ?? []).flatMap(({ number, traffic }) =>
      number === undefined ? [] : [{ number, traffic }],
    );
  }

  /** Whether a proxy can know a fully qualified host at all. */
  knowsHost(host: string): boolean {
    return this.serviceOf(host) !== undefined || this.entriesOf(host).length > 0;
  }

  /** The pods behind a Service: those of its namespace that its selector finds. */
  workloadsBehind({ namespace, selector }: Service): readonly Workload[] {
    return Object.keys(selector).length === 0 ? [] : this.pods.selected(selector, namespace);
  }

  /** The Services that send to pods of a workload. */
  servicesOf(workload: Workload): readonly Service[] {
    return this.servicesByWorkload.get(workload) ?? [];
  }

  /** The policies of mutual TLS that live in a namespace. */
  peerAuthenticationsIn(namespace: string): readonly PeerAuthentication[] {
    return this.peerAuthenticationsByNamespace.get(namespace) ?? [];
  }

  /** A VirtualService by its name: delegates are named so. */
  virtualServiceOf(namespace: string, name: string): VirtualService | undefined {
    const manifest = this.named(virtualService.group, virtualService.kind, namespace, name);
    return manifest === undefined ? undefined : virtualService.view(manifest);
  }

  /**
   * The Sidecar of some pods: one that selects them goes before the one of their namespace, and that
   * before the one of the root namespace.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  sidecarOf({ namespace, labels }: Pick<Workload, 'namespace' | 'labels'>): Sidecar | undefined {
    const near = this.sidecarsBySelector.selecting(namespace, labels);
    const far = this.sidecarsBySelector.selecting(this.mesh.rootNamespace, {});
    return near.find(isSelective) ?? [...near, ...far].find((one) => !isSelective(one));
  }

  /** Whether pods of a workload have a sidecar, and with it an identity. */
  isMeshed(workload: Workload): boolean {
    return isMeshed(workload, this.namespaces.get(workload.namespace) ?? {}, this.injectsByDefault);
  }
}

/** An inventory of what some files hold, and of what a cluster has beside it. Of an object that they hold twice the later counts. */
export function inventoryOf(written: readonly Manifest[]): Inventory {
  const { latest, repeated } = latestOf(written);
  return new Inventory([...assumedManifests(latest), ...latest], repeated);
}

function namespaceOf({ manifest }: { readonly manifest: Manifest }): string {
  return manifest.namespace;
}

/** The API server labels every namespace with its name. */
function namespacesOf(manifests: readonly Manifest[]): ReadonlyMap<string, Labels> {
  const labels = new Map<string, Labels>();
  for (const { kind, group, namespace, name, labels: own } of manifests) {
    const isNamespace = kind === 'Namespace' && group === '';
    const owner = isNamespace ? name : namespace;
    if (owner !== '' && (isNamespace || !labels.has(owner))) {
      labels.set(owner, { ...(isNamespace ? own : {}), 'kubernetes.io/metadata.name': owner });
    }
  }
  return labels;
}
