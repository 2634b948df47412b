import * as z from 'zod';
import { type Bootstrap, loopback, type Message, type Named, typeUrl } from '../envoy/envoy-config';
import type { Configuration } from './configuration';

/**
 * A proxy's configuration that runs on loopback. Wherever it sends something on, a cluster of its own stands in the place of
 * what istiod said, so that an arrival tells by which route or filter it came; what was said is kept beside it.
 */
export interface Sandbox {
  readonly bootstrap: Bootstrap;
  /** What sends on, in the order of the sockets at which its requests arrive: routes of HTTP, and proxies for TCP. */
  readonly actions: readonly Message[];
}

export interface Surroundings {
  /** The Unix socket of an action. */
  readonly socketOf: (action: number) => string;
  /** The proxy's own certificate with its key, in PEM. */
  readonly certificate: { readonly key: string; readonly cert: string };
}

const Chain = z.looseObject({
  filters: z.array(z.looseObject({ name: z.string(), typedConfig: z.looseObject({ '@type': z.string() }).optional() })),
  transportSocket: z.looseObject({ typedConfig: z.looseObject({}) }).optional(),
});
const Listener = z.looseObject({
  name: z.string(),
  filterChains: z.array(Chain).default([]),
  defaultFilterChain: Chain.optional(),
  listenerFilters: z.array(z.looseObject({ name: z.string() })).default([]),
});
const Manager = z.looseObject({
  rds: z.looseObject({ routeConfigName: z.string() }).optional(),
  routeConfig: z.looseObject({ name: z.string() }).optional(),
  httpFilters: z.array(z.looseObject({ name: z.string() })),
});
const Routes = z.looseObject({
  virtualHosts: z
    .array(z.looseObject({ routes: z.array(z.looseObject({ route: z.looseObject({}).optional() })).default([]) }))
    .default([]),
});
type Chain = z.infer<typeof Chain>;
type Listener = z.infer<typeof Listener>;

/** What decides about requests. All else only looks at them, or is Istio's own. */
const decidingFilters = ['rbac', 'fault', 'cors', 'router'].map((name) => `envoy.filters.http.${name}`);
const managerName = 'envoy.filters.network.http_connection_manager';
const networkFilters = ['rbac', 'tcp_proxy'].map((name) => `envoy.filters.network.${name}`);

export function sandboxOf(configuration: Configuration, surroundings: Surroundings): Sandbox {
  const builder = new Builder(configuration, surroundings);
  const listeners = configuration.listeners.map((one) => builder.listener(Listener.parse(one)));
  const clusters = builder.actions.map((_, index) => clusterOf(index, surroundings.socketOf(index)));
  return {
    bootstrap: { admin: { address: loopback(0) }, static_resources: { listeners, clusters } },
    actions: builder.actions,
  };
}

class Builder {
  readonly actions: Message[] = [];

  constructor(
    private readonly configuration: Configuration,
    private readonly surroundings: Surroundings,
  ) {}

  /** Each listens by itself, and is told the address that a connection is for before it, where the kernel would tell. */
  listener(listener: Listener): Named {
    const { name, listenerFilters, filterChains, defaultFilterChain } = listener;
    const filters = listenerFilters.filter((one) => !one.name.endsWith('original_dst'));
    return {
      name,
      address: loopback(0),
      listenerFilters: [proxyProtocol, ...filters],
      filterChains: filterChains.map((chain) => this.chain(chain)),
      ...(defaultFilterChain && { defaultFilterChain: this.chain(defaultFilterChain) }),
    };
  }

  private chain({ filters, transportSocket, ...chain }: Chain): Message {
    return {
      ...chain,
      ...(transportSocket && { transportSocket: this.transportSocket(transportSocket) }),
      filters: filters.flatMap((filter) => {
        if (filter.name === managerName) {
          return [{ ...filter, typedConfig: this.manager(Manager.parse(filter.typedConfig)) }];
        }
        const isKept = networkFilters.includes(filter.name) && filter.typedConfig !== undefined;
        return isKept ? [{ ...filter, typedConfig: this.connection(filter.typedConfig ?? {}) }] : [];
      }),
    };
  }

  private connection(config: Message): Message {
    if (config['cluster'] === undefined && config['weightedClusters'] === undefined) {
      return config;
    }
    return { ...without(config, 'weightedClusters', 'accessLog', 'hashPolicy'), cluster: this.action(config) };
  }

  private manager({ rds, routeConfig, httpFilters, ...manager }: z.infer<typeof Manager>): Message {
    const found = routeConfig ?? this.configuration.routes.find(({ name }) => name === rds?.routeConfigName);
    const routes = Routes.parse(found ?? {});
    return {
      ...without(manager, 'accessLog', 'tracing'),
      httpFilters: httpFilters.filter(({ name }) => decidingFilters.includes(name)),
      routeConfig: {
        ...routes,
        validateClusters: false,
        virtualHosts: routes.virtualHosts.map((host) => ({
          ...host,
          routes: host.routes.map((route) => withoutDelays(this.route(route))),
        })),
      },
    };
  }

  private route(route: Message & { route?: Message | undefined }): Message {
    if (route.route === undefined) {
      return route;
    }
    const rest = without(route.route, 'weightedClusters', 'requestMirrorPolicies', 'hashPolicy');
    return { ...route, route: { ...rest, cluster: this.action(route.route) } };
  }

  private action(said: Message): string {
    this.actions.push(said);
    return nameOf(this.actions.length - 1);
  }

  private transportSocket(socket: NonNullable<Chain['transportSocket']>): Message {
    const { key, cert } = this.surroundings.certificate;
    const isRequired = socket.typedConfig['requireClientCertificate'] === true;
    return {
      ...socket,
      typedConfig: {
        '@type': socket.typedConfig['@type'],
        requireClientCertificate: isRequired,
        commonTlsContext: {
          tlsCertificates: [{ certificateChain: { inlineString: cert }, privateKey: { inlineString: key } }],
          alpnProtocols: ['h2', 'http/1.1'],
          // Whether an authority vouches for it is nothing that policies look at.
          ...(isRequired && { validationContext: { trustChainVerification: 'ACCEPT_UNTRUSTED' } }),
        },
      },
    };
  }
}

const proxyProtocol = {
  name: 'envoy.filters.listener.proxy_protocol',
  typedConfig: { '@type': typeUrl('envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol') },
};

function without(message: Message, ...fields: readonly string[]): Message {
  return Object.fromEntries(Object.entries(message).filter(([field]) => !fields.includes(field)));
}

/** A delay changes no answer. */
function withoutDelays(route: Message): Message {
  const text = JSON.stringify(route, (key, value: unknown) => (key === 'delay' ? undefined : value));
  return Routes.shape.virtualHosts.unwrap().element.shape.routes.unwrap().element.parse(JSON.parse(text));
}

function nameOf(action: number): string {
  return `action-${action}`;
}

function clusterOf(action: number, path: string): Named {
  const name = nameOf(action);
  const endpoint = { address: { pipe: { path } } };
  return {
    name,
    type: 'STATIC',
    loadAssignment: { clusterName: name, endpoints: [{ lbEndpoints: [{ endpoint }] }] },
  };
}
