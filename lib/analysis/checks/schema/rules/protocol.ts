/** The protocols a port of a Gateway or ServiceEntry may name, in either case. */
const http: readonly string[] = ['http', 'http2', 'grpc', 'grpc-web', 'http_proxy'];
const tls: readonly string[] = ['https', 'tls'];
const others: readonly string[] = ['tcp', 'udp', 'mongo', 'redis', 'mysql', 'hbone', 'doublehbone'];

export function isHttp(protocol: string): boolean {
  return http.includes(protocol.toLowerCase());
}

export function isTls(protocol: string): boolean {
  return tls.includes(protocol.toLowerCase());
}

export function isProtocol(protocol: string): boolean {
  return isHttp(protocol) || isTls(protocol) || others.includes(protocol.toLowerCase());
}
