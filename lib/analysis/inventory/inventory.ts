import { type PeerAuthentication, peerAuthentication, requestAuthentication } from '../views/authentication';
import { authorizationPolicy } from '../views/authorization-policy';
import { type DestinationRule, destinationRule } from '../views/destination-rule';
import { envoyFilter } from '../views/envoy-filter';
import { gateway } from '../views/gateway';
import { grpcRoute, httpRoute, kubernetesGateway, referenceGrant, tcpRoute, tlsRoute } from '../views/gateway-api';
import { networkPolicy } from '../views/network-policy';
import { autoscaler, disruptionBudget } from '../views/scaling';
import { type Service, serviceView } from '../views/service';
import { type ServiceEntry, serviceEntry } from '../views/service-entry';
import { isSelective, selectorOf, type Sidecar, sidecar } from '../views/sidecar';
import { telemetry } from '../views/telemetry';
import { type VirtualService, virtualService } from '../views/virtual-service';
import type { Workload } from '../views/workload';
import { workloadEntry, workloadGroup } from '../views/workload-registration';
import { byAge } from './age';
import { assumedManifests } from './assumed';
import { type HostPort, portsOfEntries, portsOfService } from './host-ports';
import { hostMatches, qualified } from './hosts';
import { indexBy, indexByAll } from './index-by';
import { isMeshed } from './injection';
import { injectsByDefault } from './injector';
import type { Labels, Manifest } from '../manifest/manifest';
import { latestOf } from './latest';
import { ManifestIndex } from './manifest-index';
import { type MeshConfig, meshConfigOf, meshConfigsIn } from './mesh-config';
import { PodsIndex } from './pods-index';
import { SelectorIndex } from './selector-index';
import type { Declaration } from './visibility';
import { workloadsOf } from './workloads';

/** What a cluster would know of some objects: each as it can be read, and indexes over them. */
export class Inventory extends ManifestIndex {
  /** Whether pods of a namespace without a label get sidecars. */
  readonly injectsByDefault = injectsByDefault(this.ofKind('', 'ConfigMap'));
  readonly mesh: MeshConfig = meshConfigOf(meshConfigsIn(this)[0]);

  readonly services: readonly Service[] = this.ofKind('', 'Service').map(serviceView);
  readonly workloads: readonly Workload[] = workloadsOf(this.manifests);
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
  readonly tlsRoutes = this.views(tlsRoute);
  readonly tcpRoutes = this.views(tcpRoute);
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

  /** The ServiceEntries that declare a host: by its own name, then by wildcards, the closest first. */
  entriesOf(host: string): readonly ServiceEntry[] {
    return this.patternsOf(host).flatMap((pattern) => this.entriesByHost.get(pattern) ?? []);
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

  /** What declares a fully qualified host, and who may see it: the Service, or ServiceEntries as `entriesOf` has them. */
  declarationsOf(host: string): readonly Declaration[] {
    const service = this.serviceOf(host);
    return service === undefined
      ? this.patternsOf(host).flatMap((pattern) =>
          (this.entriesByHost.get(pattern) ?? []).map(({ manifest: { namespace }, spec: { exportTo } }) => ({
            host: pattern,
            namespace,
            exportTo,
          })),
        )
      : [service];
  }

  /** The ports that a client of a namespace knows of a fully qualified host; those of wildcards where the host itself has none. */
  portsOf(host: string, reader: string): HostPort[] {
    const service = this.serviceOf(host);
    const ports =
      service === undefined
        ? this.patternsOf(host).flatMap((pattern) =>
            portsOfEntries(pattern, this.entriesByHost.get(pattern) ?? [], reader),
          )
        : portsOfService(service);
    return [...new Map([...ports].reverse().map((port) => [port.number, port])).values()].reverse();
  }

  /** Whether a proxy can know a fully qualified host at all. */
  knowsHost(host: string): boolean {
    return this.serviceOf(host) !== undefined || this.entriesOf(host).length > 0;
  }

  /** A host and the wildcards of ServiceEntries that stand for it, the closest first. */
  private patternsOf(host: string): string[] {
    const wildcards = this.wildcardHosts.filter((pattern) => pattern !== host && hostMatches(pattern, host));
    return [host, ...wildcards.sort((one, other) => other.length - one.length)];
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
  return new Inventory([...assumedManifests(latest), ...byAge(latest)], repeated);
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
