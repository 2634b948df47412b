import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { hostMatches } from '../../../lib/analysis/inventory/hosts';
import { until } from '../parts/until';
import { ofIdentity, type SelfSigned } from '../../cli/self-signed';
import type { ApiClient } from '../api/api-client';
import { type Configuration, configurationOf } from './configuration';
import type { Istiod } from './istiod';
import type { RunningPod } from './derived';
import { type LoadedMesh, MeshCluster } from './mesh-cluster';
import { Ours } from './ours';
import type { CallProbe, JudgedMesh, RequestProbe } from './probes';
import { type AskedProxy, metadata, Proxies } from './proxies';
import { callOf, listenerFor, type Sending, sendingOf } from './sendings';
import { sentBy, type Verdict } from './sent';
import type { Node } from './subscription';

/** A probe, and the two answers that should be one. */
export interface Case {
  readonly probe: RequestProbe | CallProbe;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/** Asks the real proxies and the analysis the same. */
export class Court {
  private readonly cluster: MeshCluster;
  private readonly certificates = new Map<string, SelfSigned>();

  constructor(
    client: ApiClient,
    private readonly istiod: Istiod,
  ) {
    this.cluster = new MeshCluster(client);
  }

  /**
   * Every probe of a mesh with both answers. What istiod sees of the API server arrives kind by kind, so where they differ the
   * proxies are asked again: only what stays is a difference.
   */
  async cases({ text, requests, calls }: JudgedMesh): Promise<Case[]> {
    const loaded = await this.cluster.load(text);
    await this.settle();
    const ours = new Ours(text);
    const first = await this.judged(loaded, ours, requests, calls);
    if (first.every(isAgreed)) {
      return first;
    }
    await sleep(patience);
    return this.judged(loaded, ours, requests, calls);
  }

  private async judged(
    loaded: LoadedMesh,
    ours: Ours,
    requests: readonly RequestProbe[],
    calls: readonly CallProbe[],
  ): Promise<Case[]> {
    const proxies = new Proxies(this.istiod, (pod) => this.certificateOf(pod));
    try {
      const found: Case[] = [];
      for (const probe of requests) {
        found.push(await this.routed(loaded, ours, proxies, probe));
      }
      for (const probe of calls) {
        found.push(...(await this.admitted(loaded, ours, proxies, probe)));
      }
      return found;
    } finally {
      await proxies.stop();
    }
  }

  private async routed(loaded: LoadedMesh, ours: Ours, proxies: Proxies, probe: RequestProbe): Promise<Case> {
    const { workload, isGateway } = ours.clientOf(probe.from);
    const pod = podOf(loaded, workload.namespace, workload.name);
    const proxy = await proxies.of(pod, isGateway);
    const theirs = await verdictOf(proxy, sendingOf(loaded, pod, isGateway, probe));
    return { probe, theirs: named(theirs, new URL(probe.url).hostname), ours: ours.verdictOn(probe) };
  }

  /** A case for each workload behind the Service. */
  private async admitted(loaded: LoadedMesh, ours: Ours, proxies: Proxies, probe: CallProbe): Promise<Case[]> {
    const [namespace = '', name = ''] = probe.from.split('/');
    const caller = podOf(loaded, namespace, name);
    const found: Case[] = [];
    for (const [workload, verdict] of ours.accessTo(probe)) {
      const callee = podOf(loaded, probe.to.split('/')[0] ?? '', workload);
      const { judge, configuration } = await proxies.of(callee, false);
      const isMutual = caller.isMeshed && takesMutualTls(configuration);
      const sending = callOf(loaded, callee, probe, isMutual ? this.certificateOf(caller) : undefined);
      const { status } = callee.isMeshed ? await judge.ask(sending) : { status: 200 };
      const theirs = status === 200 ? 'allowed' : 'denied';
      found.push({ probe, theirs: [workload, theirs], ours: [workload, verdict] });
    }
    return found;
  }

  /** A gateway sees all that is exported to everybody. */
  private async settle(): Promise<void> {
    const host = await this.cluster.mark();
    const observer: Node = { id: `router~10.1.255.1~observer.istio-system~istio-system.svc.cluster.local`, metadata };
    await until('istiod has seen the mesh', async () => {
      const { clusters } = await configurationOf(this.istiod, observer);
      return clusters.some(({ name }) => name.endsWith(`|${host}`));
    });
  }

  private certificateOf({ namespace, account }: RunningPod): SelfSigned {
    const identity = `spiffe://cluster.local/ns/${namespace}/sa/${account}`;
    const certificate = this.certificates.get(identity) ?? ofIdentity(identity);
    this.certificates.set(identity, certificate);
    return certificate;
  }
}

/** Whether two answers are one; what the analysis leaves open is no answer. */
export function isAgreed(one: Case): boolean {
  return isDeepStrictEqual(one.theirs, one.ours) || isOpen(one);
}

/** Whether the analysis says that YAML does not tell, or that other parts of the request decide. */
export function isOpen({ ours }: Case): boolean {
  return Array.isArray(ours) && (ours.includes('depends') || ours.includes('partly'));
}

/** Long enough for all that istiod has still to see. */
const patience = 2_000;

/** Senders know whether a receiver does, and speak plaintext if it does not. */
function takesMutualTls({ listeners }: Configuration): boolean {
  const inbound = listeners.find(({ name }) => name === 'virtualInbound');
  return JSON.stringify(inbound ?? {}).includes('"requireClientCertificate":true');
}

function podOf({ pods }: LoadedMesh, namespace: string, workload: string): RunningPod {
  const found = pods.find((pod) => pod.namespace === namespace && pod.workload === workload);
  if (found === undefined) {
    throw new Error(`the mesh has no pod of ${namespace}/${workload}`);
  }
  return found;
}

async function verdictOf({ judge, configuration }: AskedProxy, sending: Sending): Promise<Verdict> {
  const listener = listenerFor(configuration, sending);
  const { status, action, head = '' } = listener === undefined ? {} : await judge.ask({ ...sending, listener });
  return action === undefined ? { answer: status ?? 0 } : sentBy(action, head, configuration);
}

/** A wildcard of a ServiceEntry stands for the host that was asked for. */
function named(verdict: Verdict, host: string): Verdict {
  if (verdict === 'out' || 'answer' in verdict) {
    return verdict;
  }
  const places = verdict.places.map((place) => (hostMatches(place.host, host) ? { ...place, host } : place));
  return { ...verdict, places };
}
