/** A message of Envoy's configuration in its JSON form. What is in it is for Envoy to judge. */
export type Message = Readonly<Record<string, unknown>>;

/** An extension and its configuration. */
export interface Extension {
  readonly name: string;
  readonly typed_config: Message & { readonly '@type': string };
}

export interface Route {
  readonly name: string;
  readonly match: Message;
  readonly route: Message;
}

export interface Named extends Message {
  readonly name: string;
}

/** What Envoy starts from. */
export interface Bootstrap {
  readonly admin: Message;
  readonly static_resources: { readonly listeners: readonly Named[]; readonly clusters: readonly Named[] };
}

/** An address that nobody but this machine reaches. */
export function loopback(port: number): Message {
  return { socket_address: { address: '127.0.0.1', port_value: port } };
}

/** The name by which `@type` says what a configuration is. */
export function typeUrl(message: string): string {
  return `type.googleapis.com/${message}`;
}
