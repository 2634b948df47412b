/**
 * A host as the objects of a namespace mean it: a name without a dot is that of a Service beside
 * them, anything else stands for itself.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination-host
 */
export function qualified(host: string, namespace: string): string {
  return host.includes('.') || host === '*' || host === '' ? host : `${host}.${namespace}.svc.cluster.local`;
}

/** Whether a pattern (`*`, `*.example.com`, or a plain host) stands for a host. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern === '*' || (pattern.startsWith('*') ? host.endsWith(pattern.slice(1)) : pattern === host);
}

/** Whether two patterns have a host in common. */
export function hostsOverlap(one: string, other: string): boolean {
  if (one.startsWith('*') && other.startsWith('*')) {
    return one.endsWith(other.slice(1)) || other.endsWith(one.slice(1));
  }
  return hostMatches(one, other) || hostMatches(other, one);
}

/**
 * The most specific of the patterns that stand for a host: itself, or the longest wildcard.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-hosts
 */
export function closestPattern(patterns: Iterable<string>, host: string): string | undefined {
  let closest: string | undefined;
  for (const pattern of patterns) {
    if (pattern === host) {
      return pattern;
    }
    if (hostMatches(pattern, host) && pattern.length > (closest?.length ?? 0)) {
      closest = pattern;
    }
  }
  return closest;
}
