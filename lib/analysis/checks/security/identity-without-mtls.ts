import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { podPortOf } from '../../inventory/pod-port';
import { isIntercepted } from '../../transport/interception';
import { mutualTlsOf } from '../../transport/mutual-tls';
import { workloadsUnder } from '../../authorization/attachment';
import { actionOf, type AuthorizationPolicy, type AuthorizationRule } from '../../views/authorization-policy';
import type { Workload } from '../../views/workload';
import type { Hit } from '../../finding';
import type { Check } from '../check';
import { mention } from '../mention';
import { whyAnonymous } from './plaintext-callers';

/**
 * Without mutual TLS no caller has an identity. Where plain text is merely possible (PERMISSIVE,
 * which Kiali lets pass) a caller can do without one: that gets it past a rule that wants an identity
 * to deny it, and past one that allows all but some. To allow some by identity stays safe, unless
 * the callers are made to send plain text: then nobody is let in.
 */
export const identityWithoutMtls: Check = {
  code: 'KIA0105',
  level: 'error',
  title: 'Where an AuthorizationPolicy asks for identities, callers have to have one',
  reason: 'Identities come from the certificates of mutual TLS; a caller in plain text has none.',
  remedy: 'set STRICT in the PeerAuthentication of the workload, its namespace or the mesh',
  link: 'https://istio.io/latest/docs/concepts/security/#dependency-on-mutual-tls',
  *find(inventory) {
    for (const policy of inventory.authorizationPolicies) {
      const asking = [...identityFields(policy)];
      const workloads = asking.length === 0 ? [] : workloadsUnder(inventory, policy);
      for (const { path, isEvaded, namespaces } of asking) {
        const open = workloads.find((workload) => isOpen(inventory, workload, isEvaded));
        if (open !== undefined) {
          const effect = isEvaded ? 'a caller in plain text gets past this rule' : 'nobody ever matches this rule';
          const message = `${mention(open.manifest)} takes plain text, so ${effect}`;
          yield { manifest: policy.manifest, path, message };
        } else {
          yield* anonymous(inventory, policy, workloads, { path, namespaces });
        }
      }
    }
  },
};

/** The first workload that the callers who are named reach in plain text alone. */
function* anonymous(
  inventory: Inventory,
  { manifest }: AuthorizationPolicy,
  workloads: readonly Workload[],
  { path, namespaces }: Pick<IdentityField, 'path' | 'namespaces'>,
): Generator<Hit> {
  for (const workload of namespaces.length === 0 ? [] : workloads) {
    const cause = whyAnonymous(inventory, workload, namespaces);
    if (cause !== undefined) {
      const message = `${cause}, so none of them matches this rule at ${mention(workload.manifest)}`;
      yield { manifest, path, message, remedy: 'let the callers send mutual TLS: remove `tls`, or write ISTIO_MUTUAL' };
      return;
    }
  }
}

interface IdentityField {
  readonly path: FieldPath;
  /** Whether a caller without an identity fares better than one with. */
  readonly isEvaded: boolean;
  /** Of the callers that an ALLOW rule names; the policy's own stands for those of any. */
  readonly namespaces: readonly string[];
}

const positive = ['principals', 'namespaces', 'serviceAccounts'] as const;
const negative = ['notPrincipals', 'notNamespaces', 'notServiceAccounts'] as const;
const keys: readonly (string | undefined)[] = ['source.principal', 'source.namespace', 'source.serviceAccount'];

function* identityFields(policy: AuthorizationPolicy): Generator<IdentityField> {
  for (const [number, rule] of policy.spec.rules.entries()) {
    for (const { path, isNegative, values } of fieldsOf(rule)) {
      const isAllow = actionOf(policy) === 'ALLOW';
      const named = isAllow && !isNegative ? values : [];
      const namespaces = new Set(named.map((value) => namespaceIn(value, path, policy.manifest.namespace)));
      yield { path: ['spec', 'rules', number, ...path], isEvaded: isNegative === isAllow, namespaces: [...namespaces] };
    }
  }
}

/** The namespace of a principal, of an account, or itself. */
function namespaceIn(value: string, path: FieldPath, own: string): string {
  const [, ofPrincipal] = /\/ns\/([^/*]+)\/sa\//.exec(value) ?? [];
  const isAccount = path.includes('serviceAccounts');
  const [first = own, second] = value.split('/');
  const named = isAccount && second === undefined ? own : first;
  return ofPrincipal ?? (value.includes('*') ? own : named);
}

interface AskedField {
  readonly path: FieldPath;
  readonly isNegative: boolean;
  readonly values: readonly string[];
}

function* fieldsOf({ from, when }: AuthorizationRule): Generator<AskedField> {
  for (const [index, { source }] of from.entries()) {
    for (const field of [...positive, ...negative]) {
      if (source !== undefined && source[field].length > 0) {
        yield { path: ['from', index, 'source', field], isNegative: field.startsWith('not'), values: source[field] };
      }
    }
  }
  for (const [index, { key, values, notValues }] of when.entries()) {
    if (keys.includes(key) && values.length + notValues.length > 0) {
      yield { path: ['when', index], isNegative: values.length === 0, values };
    }
  }
}

/** Whether a port of the workload takes plain text alone, or at all; past the sidecar no rule holds anyhow. */
function isOpen(inventory: Inventory, workload: Workload, atAll: boolean): boolean {
  const ports = inventory.servicesOf(workload).flatMap((service) => service.ports);
  const modes = (ports.length === 0 ? [0] : ports.map((port) => podPortOf(port, workload) ?? 0))
    .map((port) => ({ workload, port, protocol: 'TCP' }))
    .filter((port) => isIntercepted(inventory, port))
    .map((port) => mutualTlsOf(inventory, port));
  return modes.includes('DISABLE') || (atAll && modes.includes('PERMISSIVE'));
}
