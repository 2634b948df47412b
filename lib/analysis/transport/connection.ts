import type { Decision } from '../decision';
import { isAmbient } from '../inventory/ambient';
import type { Inventory } from '../inventory/inventory';
import type { MeshConfig } from '../inventory/mesh-config';
import type { PodPort } from '../inventory/pod-port';
import { nameOf } from '../manifest/manifest';
import { hasPodsWith } from '../views/pod-labels';
import type { Service } from '../views/service';
import { isGatewayPod, type Workload } from '../views/workload';
import { destinationPolicyOf, generalRuleOf, toldTls } from './destination-policy';
import { type MutualTls, mutualTlsOf, peerAuthenticationsOf, refuses } from './mutual-tls';
import { isSentByProxy, type Sender } from './sender';

/** What a connection is: encrypted by the mesh, by TLS of another kind, or not at all. */
export type Spoken = 'mutual TLS' | 'TLS' | 'plaintext';

/** A connection as far as TLS goes. */
export interface Connection {
  readonly spoken: Spoken;
  /** Whether the receiver takes it. */
  readonly decision: Decision;
}

/** A port of pods, and how senders get to it. */
export interface Receiver extends PodPort {
  /** By which senders know it. @default - nothing: they call the pod itself, as Prometheus does */
  readonly service?: { readonly service: Service; readonly port: number };
  /** The subset that a route names; empty for the whole host. @default - routes may name any */
  readonly subset?: string;
}

/** What a sender's proxy was told to speak. */
interface Told {
  /** @default - as the receiver's proxy can */
  readonly mode?: string | undefined;
  /** Of the rule; empty if none is about the receiver. */
  readonly name: string;
  /** Whether it depends on the subset, which nobody knows. */
  readonly isOpen: boolean;
}

/**
 * What two ends speak, and whether it works: a sender with a sidecar speaks mutual TLS to a sidecar
 * that takes it, unless a DestinationRule says otherwise; all others speak plaintext, which STRICT
 * refuses and PERMISSIVE takes.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
 * @see https://istio.io/latest/docs/concepts/security/#permissive-mode
 */
export function connectionOf(inventory: Inventory, sender: Sender, to: Receiver): Connection {
  const takes = mutualTlsOf(inventory, to);
  const told = toldTo(inventory, sender, to);
  const isByProxy = isSentByProxy(sender, calledPort(to));
  const spoken =
    sender.isAmbient || isAmbient(inventory, to.workload)
      ? spokenInAmbient(inventory, sender, to)
      : spokenBy(inventory.mesh, isByProxy, told.mode, takes);
  const ofSubset = told.isOpen ? `it depends on the subset: ${told.name} has different TLS for some` : undefined;
  const doubt = (sender.isAmbient ? inAmbient : doubtAbout(inventory, to.workload)) ?? ofSubset;
  return { spoken, decision: doubt === undefined ? decisionOn(inventory, sender, to, told, spoken) : doubtful(doubt) };
}

/** What a sender speaks to a host that no pods of the files are behind. */
export function spokenOutside(
  inventory: Inventory,
  sender: Sender,
  { host, port, subset }: { readonly host: string; readonly port: number; readonly subset?: string | undefined },
): Spoken {
  const told = toldTls(destinationPolicyOf(inventory, host, sender), subset, port);
  return spokenBy(inventory.mesh, isSentByProxy(sender, port), told?.mode, 'DISABLE');
}

function spokenBy(mesh: MeshConfig, isByProxy: boolean, mode: string | undefined, takes: MutualTls): Spoken {
  if (!isByProxy || mode === 'DISABLE') {
    return 'plaintext';
  }
  if (mode === 'SIMPLE' || mode === 'MUTUAL') {
    return 'TLS';
  }
  return mode === 'ISTIO_MUTUAL' || (mesh.isAutoMutualTls && takes !== 'DISABLE') ? 'mutual TLS' : 'plaintext';
}

/** ztunnel and sidecars tunnel to each other by mutual TLS. */
function spokenInAmbient(inventory: Inventory, sender: Sender, { workload }: Receiver): Spoken {
  const isMember = inventory.isMeshed(workload) || isAmbient(inventory, workload);
  return isMember && (sender.isMeshed || sender.isAmbient) ? 'mutual TLS' : 'plaintext';
}

/** What DestinationRules tell a sender; nobody calls a pod itself by a rule. */
function toldTo(inventory: Inventory, sender: Sender, to: Receiver): Told {
  const { service, workload, subset } = to;
  if (service === undefined || !isSentByProxy(sender, service.port)) {
    return { name: '', isOpen: false };
  }
  const policy = destinationPolicyOf(inventory, service.service.host, sender);
  const told = toldTls(policy, subset, service.port);
  const rule = told?.rule ?? generalRuleOf(policy);
  const subsets = policy.rules
    .flatMap(({ spec }) => spec.subsets)
    .filter(({ labels }) => hasPodsWith(workload, labels));
  const isOpen =
    subset === undefined && subsets.some(({ name }) => toldTls(policy, name, service.port)?.mode !== told?.mode);
  return { mode: told?.mode, name: rule === undefined ? '' : nameOf(rule.manifest), isOpen };
}

const inAmbient = 'it depends on the proxies of ambient mode, which are not looked into';

/** What rules about sidecars do not answer about pods; nothing if they answer all. */
export function doubtAbout(inventory: Inventory, workload: Workload): string | undefined {
  if (isAmbient(inventory, workload)) {
    return inAmbient;
  }
  return isGatewayPod(workload) ? "it depends on the servers of the gateway's Gateways" : undefined;
}

function decisionOn(
  inventory: Inventory,
  sender: Sender,
  to: Receiver,
  { mode = '', name }: Told,
  spoken: Spoken,
): Decision {
  const takes = mutualTlsOf(inventory, to);
  switch (spoken) {
    case 'plaintext':
      return inPlaintext(inventory, sender, to, takes);
    case 'TLS':
      return refuses(takes, mode)
        ? said(false, `${name} shows no certificate (${mode}) where one is wanted`)
        : doubtful(`it depends on the certificates that ${name} asks for (${mode})`);
    case 'mutual TLS':
      return refuses(takes, 'ISTIO_MUTUAL')
        ? said(false, `${name} has callers speak mutual TLS (ISTIO_MUTUAL) to whom does not`)
        : said(true, 'both sides speak mutual TLS');
  }
}

function inPlaintext(inventory: Inventory, sender: Sender, to: Receiver, takes: MutualTls): Decision {
  if (!refuses(takes, 'DISABLE')) {
    return said(true, takes === 'DISABLE' ? 'nobody asks for mutual TLS' : 'PERMISSIVE takes plaintext');
  }
  const policies = peerAuthenticationsOf(inventory, to.workload);
  const policy = policies.find(({ spec }) => spec.mtls?.mode === 'STRICT') ?? policies[0];
  const by = policy === undefined ? '' : ` (${nameOf(policy.manifest)})`;
  const decision = said(false, `${whyPlaintext(sender, to)}, and STRICT mutual TLS${by} takes no plaintext`);
  return policy === undefined ? decision : { ...decision, by: { manifest: policy.manifest, path: ['spec'] } };
}

function whyPlaintext(sender: Sender, to: Receiver): string {
  if (!sender.isMeshed) {
    return 'the caller has no sidecar';
  }
  return isSentByProxy(sender, calledPort(to))
    ? 'a DestinationRule or the mesh turns TLS off'
    : `the caller's sidecar does not intercept port ${calledPort(to)}`;
}

function calledPort({ service, port }: Receiver): number {
  return service?.port ?? port;
}

function doubtful(doubt: string): Decision {
  return said({ doubt }, doubt);
}

function said(passes: Decision['passes'], because: string): Decision {
  return { layer: 'mutual TLS', passes, because };
}
