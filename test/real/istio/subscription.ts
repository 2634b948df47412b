import { connect } from 'node:http2';
import { once } from 'node:events';
import { message, struct } from './protobuf';

/** A proxy as it introduces itself. */
export interface Node {
  /** `sidecar~<address>~<pod>.<namespace>~<namespace>.svc.cluster.local`, or `router~...` */
  readonly id: string;
  readonly metadata: object;
}

/** The kinds of configuration, as proxies ask for them. */
const types = {
  clusters: 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
  listeners: 'type.googleapis.com/envoy.config.listener.v3.Listener',
  routes: 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
  endpoints: 'type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment',
} as const;

export type Subscribed = keyof typeof types;

const method = '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources';

/**
 * A stream to istiod, as that of a proxy. What arrives on it is not read: istiod tells the same in JSON, of proxies that are
 * connected.
 * @see https://www.envoyproxy.io/docs/envoy/latest/api-docs/xds_protocol
 */
export class Subscription {
  readonly #session;
  readonly #stream;

  constructor(
    discovery: string,
    private readonly node: Node,
  ) {
    this.#session = connect(discovery);
    this.#stream = this.#session.request({
      ':method': 'POST',
      ':path': method,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    this.#stream.resume();
  }

  /** @param names of what is wanted. @default - everything */
  ask(kind: Subscribed, names: readonly string[] = []): void {
    const { id, metadata } = this.node;
    const node = message([1, id], [3, struct(metadata)]);
    const body = message([2, node], ...names.map((name) => [3, name] as const), [4, types[kind]]);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(body.length, 1);
    this.#stream.write(Buffer.concat([head, body]));
  }

  async end(): Promise<void> {
    this.#stream.close();
    this.#session.close();
    await once(this.#session, 'close');
  }
}
