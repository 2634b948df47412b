/** A pod as a proxy knows it. */
export interface Endpoint {
  /** Requests that the proxy has sent there, repeated ones included. */
  readonly requests: number;
  /** Whether outlier detection has taken it out. */
  readonly isEjected: boolean;
}

/**
 * The endpoints of a host in what a proxy says of its clusters: lines like
 * `outbound|80|v1|web.shop.svc.cluster.local::10.0.0.1:80::rq_total::5`.
 * @see https://www.envoyproxy.io/docs/envoy/latest/operations/admin#get--clusters
 */
export function endpointsIn(text: string, host: string): Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const line of text.split('\n')) {
    const [cluster = '', address = '', field, value = ''] = line.trim().split('::');
    if (!cluster.startsWith('outbound|') || !cluster.endsWith(`|${host}`) || !/:\d+$/.test(address)) {
      continue;
    }
    const key = `${cluster} ${address}`;
    const before = found.get(key) ?? { requests: 0, isEjected: false };
    if (field === 'rq_total') {
      found.set(key, { ...before, requests: Number(value) });
    } else if (field === 'health_flags') {
      found.set(key, { ...before, isEjected: value.includes('failed_outlier_check') });
    }
  }
  return [...found.values()];
}
