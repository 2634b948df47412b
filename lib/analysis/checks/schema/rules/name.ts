/** A DNS label: what names of namespaces, subsets and ports are. */
export function isLabel(name: string): boolean {
  return name.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i.test(name);
}

/** A host, its first label perhaps a wildcard. */
export function isHost(host: string): boolean {
  const [first = '', ...rest] = host.replace(/\.$/, '').split('.');
  return host.length <= 255 && (/^\*[-a-z0-9]*$/i.test(first) || isLabel(first)) && rest.every(isLabel);
}

/** A host with its domain, as Gateways and Sidecars have to name it; a wildcard is a whole label. */
export function isQualifiedHost(host: string): boolean {
  return host === '*' || (host.includes('.') && /^(\*\.|[^*])/.test(host) && isHost(host));
}

/** The later places of names that stand more than once. */
export function repeated(names: readonly (string | undefined)[]): number[] {
  const seen = new Set<string>();
  return [...names.entries()].flatMap(([index, name]) => {
    const isKnown = name !== undefined && seen.has(name);
    seen.add(name ?? '');
    return isKnown ? [index] : [];
  });
}
