import { hostMatches } from '../../inventory/hosts';
import type { Sidecar } from '../../views/sidecar';

/** `namespace/host`: which hosts of which namespaces a Sidecar lets its pods see. */
export interface EgressHost {
  /** `*` for all, `~` for none. */
  readonly namespace: string;
  readonly host: string;
}

/** An entry as it is meant, if it has the two parts. */
export function egressHost(entry: string, owner: string): EgressHost | undefined {
  const [, namespace, host] = /^([^/]+)\/([^/]+)$/.exec(entry) ?? [];
  return namespace === undefined || host === undefined
    ? undefined
    : { namespace: namespace === '.' ? owner : namespace, host };
}

export function isWithin({ namespace, host }: EgressHost, owner: string, name: string): boolean {
  return (namespace === '*' || namespace === owner) && hostMatches(host, name);
}

export function labelsOf({ spec }: Sidecar): Readonly<Record<string, string>> {
  return spec.workloadSelector?.labels ?? {};
}
