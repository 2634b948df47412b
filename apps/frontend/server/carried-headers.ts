/**
 * The headers that lead a request and tie its hops together. Whoever calls others passes them on unchanged: a proxy sees
 * two requests, and only the process between them knows that one was made for the other.
 * @see https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/#trace-context-propagation
 */
export const carriedHeaders = [
  ...['traceparent', 'tracestate', 'baggage'],
  ...['b3', 'x-b3-traceid', 'x-b3-spanid', 'x-b3-parentspanid', 'x-b3-sampled', 'x-b3-flags'],
  ...['x-request-id', 'x-canary'],
];

export function carried(from: Headers): Record<string, string> {
  return Object.fromEntries(
    carriedHeaders.flatMap((name) => {
      const value = from.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The id that all spans of a request share, in whichever form the caller sent it; empty without one. */
export function traceId(from: Headers): string {
  const parts = from.get('traceparent')?.split('-') ?? [];
  return (parts.length >= 4 ? parts[1] : undefined) ?? from.get('x-b3-traceid') ?? from.get('b3')?.split('-')[0] ?? '';
}
