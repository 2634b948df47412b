import { searched } from '../../../lib/analysis/inventory/addresses';
import { hostMatches } from '../../../lib/analysis/inventory/hosts';
import { until } from '../parts/until';
import { ofIdentity, type SelfSigned } from '../../cli/self-signed';
import type { ApiClient } from '../api/api-client';
import { type Configuration, configurationOf } from './configuration';
import { podsBehind, portBehind, type RunningPod } from './derived';
import type { Istiod } from './istiod';
import { Judge, type Sending as SendingTo } from './judge';
import { type LoadedMesh, MeshCluster } from './mesh-cluster';
import { Ours } from './ours';
import type { CallProbe, JudgedMesh, RequestProbe } from './probes';
import { sentBy, type Verdict } from './sent';
import type { Node } from './subscription';

/** A probe, and the two answers that should be one. */
export interface Case {
  readonly probe: RequestProbe | CallProbe;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/** @property listener the listener, if the address does not tell it */
type Sending = Omit<SendingTo, 'listener'> & { readonly listener?: string };

/** Where nobody of the mesh lives. */
const elsewhere = '203.0.113.9';

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

  async cases({ text, requests, calls }: JudgedMesh): Promise<Case[]> {
    const loaded = await this.cluster.load(text);
    await this.settle();
    const ours = new Ours(text);
    const found: Case[] = [];
    const judges = new Map<RunningPod, { readonly judge: Judge; readonly configuration: Configuration }>();
    const judgeOf = async (pod: RunningPod, isGateway = false) => {
      const known = judges.get(pod);
      if (known !== undefined) {
        return known;
      }
      const configuration = await configurationOf(this.istiod, nodeOf(pod, isGateway));
      const judge = await Judge.start(configuration, this.certificateOf(pod));
      judges.set(pod, { judge, configuration });
      return { judge, configuration };
    };
    try {
      for (const probe of requests) {
        const { workload, isGateway } = ours.clientOf(probe.from);
        const pod = podOf(loaded, workload.namespace, workload.name);
        const { judge, configuration } = await judgeOf(pod, isGateway);
        const theirs = await verdictOf(judge, configuration, sendingOf(loaded, pod, isGateway, probe));
        found.push({ probe, theirs: named(theirs, new URL(probe.url).hostname), ours: ours.verdictOn(probe) });
      }
      for (const probe of calls) {
        const [namespace = '', name = ''] = probe.from.split('/');
        const caller = podOf(loaded, namespace, name);
        for (const [workload, verdict] of ours.accessTo(probe)) {
          const callee = podOf(loaded, probe.to.split('/')[0] ?? '', workload);
          const { judge } = await judgeOf(callee);
          const result = callee.isMeshed
            ? await judge.ask(this.callOf(loaded, caller, callee, probe))
            : { status: 200 };
          const theirs = result.status === 200 ? 'allowed' : 'denied';
          found.push({ probe, theirs: [workload, theirs], ours: [workload, verdict] });
        }
      }
      return found;
    } finally {
      await Promise.all([...judges.values()].map(({ judge }) => judge.stop()));
    }
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

  private callOf(loaded: LoadedMesh, caller: RunningPod, callee: RunningPod, probe: CallProbe): SendingTo {
    const { to, port, method, path, host } = probe;
    const [namespace, name] = to.split('/');
    const isMutual = caller.isMeshed && callee.isMeshed;
    return {
      listener: 'virtualInbound',
      destination: { address: callee.address, port: portBehind(loaded.objects, callee, port) },
      method,
      path,
      headers: [['host', host ?? `${name}.${namespace}.svc.cluster.local`]],
      ...(isMutual && {
        tls: {
          // As sidecars call a port of a host.
          name: `outbound_.${port}_._.${name}.${namespace}.svc.cluster.local`,
          protocols: probe.isTcp === true ? ['istio-peer-exchange', 'istio'] : ['istio-http/1.1'],
          certificate: this.certificateOf(caller),
        },
      }),
    };
  }

  private certificateOf({ namespace, account }: RunningPod): SelfSigned {
    const identity = `spiffe://cluster.local/ns/${namespace}/sa/${account}`;
    const certificate = this.certificates.get(identity) ?? ofIdentity(identity);
    this.certificates.set(identity, certificate);
    return certificate;
  }
}

const metadata = { CLUSTER_ID: 'Kubernetes', ISTIO_VERSION: '1.30.3' };

function nodeOf({ object, namespace, address, labels, account }: RunningPod, isGateway: boolean): Node {
  const pod = `${object.metadata.name}.${namespace}`;
  return {
    id: `${isGateway ? 'router' : 'sidecar'}~${address}~${pod}~${namespace}.svc.cluster.local`,
    metadata: {
      ...metadata,
      NAMESPACE: namespace,
      LABELS: labels,
      SERVICE_ACCOUNT: account,
      INTERCEPTION_MODE: 'REDIRECT',
    },
  };
}

function podOf({ pods }: LoadedMesh, namespace: string, workload: string): RunningPod {
  const found = pods.find((pod) => pod.namespace === namespace && pod.workload === workload);
  if (found === undefined) {
    throw new Error(`the mesh has no pod of ${namespace}/${workload}`);
  }
  return found;
}

function sendingOf(loaded: LoadedMesh, pod: RunningPod, isGateway: boolean, probe: RequestProbe): Sending {
  const { url, method = 'GET', headers = {} } = probe;
  const { protocol, hostname, host, port: written, pathname, search } = new URL(url);
  const isTls = protocol === 'https:';
  const port = written === '' ? (isTls ? 443 : 80) : Number(written);
  const given = Object.entries(headers);
  const request = {
    method,
    path: pathname + search,
    headers: given.some(([name]) => name.toLowerCase() === 'host') ? given : [['host', host] as const, ...given],
    ...(isTls && { tls: { name: hostname } }),
  };
  if (isGateway) {
    return { ...request, listener: `0.0.0.0_${portBehind(loaded.objects, pod, port)}` };
  }
  const names = [hostname.replace(/\.$/, ''), ...searched(hostname, pod.namespace)];
  const address = names.map((name) => addressOf(loaded, name)).find((one) => one !== undefined);
  return { ...request, destination: { address: address ?? elsewhere, port } };
}

/** Of a sidecar the listener of the address goes first, then the one of the port, then that for all the rest. */
function listenerFor({ listeners }: Configuration, { listener, destination }: Sending): string | undefined {
  const { address = '', port = 0 } = destination ?? {};
  const wanted = listener === undefined ? [`${address}_${port}`, `0.0.0.0_${port}`, 'virtualOutbound'] : [listener];
  return wanted.find((name) => listeners.some((one) => one.name === name));
}

/** Of a Service without an address of its own, that of its first pod. */
function addressOf({ addresses, objects, pods }: LoadedMesh, host: string): string | undefined {
  const address = addresses.get(host);
  return address === 'None' ? podsBehind(objects, pods, host)[0]?.address : address;
}

async function verdictOf(judge: Judge, configuration: Configuration, sending: Sending): Promise<Verdict> {
  const listener = listenerFor(configuration, sending);
  const { status, action } = listener === undefined ? {} : await judge.ask({ ...sending, listener });
  return action === undefined ? { answer: status ?? 0 } : sentBy(action, configuration);
}

/** A wildcard of a ServiceEntry stands for the host that was asked for. */
function named(verdict: Verdict, host: string): Verdict {
  if (verdict === 'out' || 'answer' in verdict) {
    return verdict;
  }
  const places = verdict.places.map((place) => (hostMatches(place.host, host) ? { ...place, host } : place));
  return { ...verdict, places };
}
