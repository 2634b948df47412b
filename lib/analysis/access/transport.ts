import type { Identity } from '../authorization/identity';
import { isAmbient } from '../inventory/ambient';
import { isIntercepted } from '../transport/interception';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import { destinationPolicyOf, generalRuleOf, tlsModeOf } from '../transport/destination-policy';
import { type MutualTls, mutualTlsOf, peerAuthenticationsOf } from '../transport/mutual-tls';
import { includesLabels } from '../views/selector';
import { isGatewayPod, type Workload } from '../views/workload';
import type { Destination } from './destination';
import type { Decision } from '../decision';
import type { CallingPod } from './pod';

/** A connection as far as TLS goes. */
export interface Transport {
  readonly decision: Decision;
  /** What the callee's proxy knows of the caller; nothing in plaintext. */
  readonly identity?: Identity | undefined;
}

/** How a caller's proxy was told to speak to a callee. */
interface ClientTls {
  /** @default - as the callee's proxy can */
  readonly mode?: string | undefined;
  /** Of the rule; empty if none is about the callee. */
  readonly name: string;
  /** Whether a subset has other TLS: then it depends on the route of the request. */
  readonly isOfSubset: boolean;
}

/** Finds out how callers and callees speak to each other. */
export class Transports {
  constructor(private readonly inventory: Inventory) {}

  /**
   * A caller with a sidecar speaks mutual TLS to a sidecar that takes it, unless a DestinationRule
   * says otherwise; all others speak plaintext, which STRICT refuses and PERMISSIVE takes.
   * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
   * @see https://istio.io/latest/docs/concepts/security/#permissive-mode
   */
  between(caller: CallingPod, to: Destination): Transport {
    const doubt = this.doubtOf(caller, to);
    if (doubt !== undefined) {
      return { decision: said({ doubt }, doubt) };
    }
    const takes = isIntercepted(to) ? mutualTlsOf(this.inventory, to.workload, to.port) : 'DISABLE';
    const spoken = this.spokenBy(caller, to, takes);
    return spoken === 'plaintext' ? this.inPlaintext(caller, to.workload, takes) : spoken;
  }

  /** What rules about sidecars do not answer. */
  private doubtOf(caller: CallingPod, { workload }: Destination): string | undefined {
    if (caller.isAmbient || isAmbient(this.inventory, workload)) {
      return 'it depends on the proxies of ambient mode, which are not looked into';
    }
    return isGatewayPod(workload) ? "it depends on the servers of the gateway's Gateways" : undefined;
  }

  private spokenBy(caller: CallingPod, to: Destination, takes: MutualTls): Transport | 'plaintext' {
    if (caller.identity === undefined) {
      return 'plaintext';
    }
    const { mode, name, isOfSubset } = this.toldTo(caller, to);
    if (isOfSubset) {
      const doubt = `it depends on the subset: ${name} has different TLS for some`;
      return { decision: said({ doubt }, doubt) };
    }
    if (mode === 'SIMPLE' || mode === 'MUTUAL') {
      const doubt = `it depends on the certificates that ${name} asks for (${mode})`;
      const isRefused = mode === 'SIMPLE' && takes === 'STRICT';
      return {
        decision: isRefused
          ? said(false, `${name} shows no certificate (SIMPLE) where one is wanted`)
          : said({ doubt }, doubt),
      };
    }
    if (mode === 'ISTIO_MUTUAL' && takes === 'DISABLE') {
      return { decision: said(false, `${name} has callers speak mutual TLS (ISTIO_MUTUAL) to whom does not`) };
    }
    const isMutual = mode === 'ISTIO_MUTUAL' || (mode !== 'DISABLE' && this.inventory.mesh.isAutoMutualTls);
    return isMutual && takes !== 'DISABLE'
      ? { decision: said(true, 'both sides speak mutual TLS'), identity: caller.identity }
      : 'plaintext';
  }

  /** What DestinationRules tell a caller; nobody calls a pod itself by a rule. */
  private toldTo(caller: CallingPod, { service, workload }: Destination): ClientTls {
    if (service === undefined) {
      return { name: '', isOfSubset: false };
    }
    const policy = destinationPolicyOf(this.inventory, service.service.host, caller);
    const rule = generalRuleOf(policy);
    const mode = tlsModeOf(policy, undefined, service.port);
    const isOfSubset = policy.rules
      .flatMap(({ spec }) => spec.subsets)
      .filter(({ labels }) => includesLabels(workload.labels, labels))
      .some(({ name }) => tlsModeOf(policy, name, service.port) !== mode);
    return { mode, name: rule === undefined ? '' : nameOf(rule.manifest), isOfSubset };
  }

  private inPlaintext(caller: CallingPod, workload: Workload, takes: MutualTls): Transport {
    if (takes !== 'STRICT') {
      return {
        decision: said(true, takes === 'DISABLE' ? 'nobody asks for mutual TLS' : 'PERMISSIVE takes plaintext'),
      };
    }
    const policies = peerAuthenticationsOf(this.inventory, workload);
    const policy = policies.find(({ spec }) => spec.mtls?.mode === 'STRICT') ?? policies[0];
    const who =
      caller.identity === undefined ? 'the caller has no sidecar' : 'a DestinationRule or the mesh turns TLS off';
    const by = policy === undefined ? '' : ` (${nameOf(policy.manifest)})`;
    const decision = said(false, `${who}, and STRICT mutual TLS${by} takes no plaintext`);
    return {
      decision: policy === undefined ? decision : { ...decision, by: { manifest: policy.manifest, path: ['spec'] } },
    };
  }
}

function said(passes: Decision['passes'], because: string): Decision {
  return { layer: 'mutual TLS', passes, because };
}
