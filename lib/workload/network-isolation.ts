import {
  IntOrString,
  KubeNetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicyIngressRule,
  type NetworkPolicyPeer,
  type NetworkPolicyPort,
} from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { type Call, portOf } from '../model/call';
import type { Identity } from '../model/identity';
import type { CallGraph } from '../model/mesh';
import type { Peer, Platform } from '../model/platform';
import { type Service, targetPortsOf } from '../model/service';
import { peer, tcp } from './network-peer';

/** Addresses that are never outside: ranges of pods, Services and nodes, and of a cloud's metadata service. */
const privateRanges = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/** Closes a namespace for every pod that has no policy of its own. */
export class DefaultDeny extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new KubeNetworkPolicy(this, 'policy', {
      metadata: { name: 'default-deny' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
  }
}

export interface NetworkIsolationProps {
  /** A service or a job; its pods carry the label `app` with its name. */
  readonly workload: Identity;
  readonly graph: CallGraph;
  readonly platform: Platform;
}

/**
 * Which connections the pods of one workload may make and take: those of the declared calls, and
 * what the platform needs. One policy says it all, so that applying it is one step.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkIsolation extends Construct {
  constructor(scope: Construct, id: string, props: NetworkIsolationProps) {
    super(scope, id);
    const { name } = props.workload;
    new KubeNetworkPolicy(this, 'policy', {
      metadata: { name, labels: { app: name } },
      spec: {
        podSelector: { matchLabels: { app: name } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [...ingress(props), scraping(props.platform)],
        egress: [...egress(props), ...platformEgress(props.platform)],
      },
    });
  }
}

function ingress({ workload, graph, platform }: NetworkIsolationProps): NetworkPolicyIngressRule[] {
  const service = graph.serviceOf(workload);
  if (service === undefined) {
    return [];
  }
  const edge = graph.edgeOf(service);
  return [
    ...(edge === undefined ? [] : [{ from: [peer(platform.gateway)], ports: podPorts({ callee: service }) }]),
    ...graph.callsTo(service).map((call) => ({ from: [podsOf(call.caller)], ports: podPorts(call) })),
  ];
}

function scraping({ metrics }: Platform): NetworkPolicyIngressRule {
  return { from: [peer(metrics)], ports: metrics.ports.map(tcp) };
}

/** A policy sees addresses and ports of pods, after the Service has translated its own. */
function egress({ workload, graph }: NetworkIsolationProps): NetworkPolicyEgressRule[] {
  return [
    ...graph.callsFrom(workload).map((call) => ({ to: [podsOf(call.callee)], ports: podPorts(call) })),
    ...graph.externalCallsFrom(workload).map(({ to }) => ({
      to: [{ ipBlock: { cidr: '0.0.0.0/0', except: privateRanges } }],
      ports: [tcp(to.port)],
    })),
  ];
}

function platformEgress({ dns, controlPlane, traceCollector }: Platform): NetworkPolicyEgressRule[] {
  return [
    nameLookup(dns),
    { to: [peer(controlPlane)], ports: [tcp(controlPlane.port)] },
    { to: [peer(traceCollector)], ports: [tcp(traceCollector.port)] },
  ];
}

/** Asking DNS. */
export function nameLookup(dns: Peer): NetworkPolicyEgressRule {
  return { to: [peer(dns)], ports: [{ port: IntOrString.fromNumber(53), protocol: 'UDP' }, tcp(53)] };
}

function podsOf(workload: Identity | Service): NetworkPolicyPeer {
  return peer({ namespace: workload.namespace, labels: { app: workload.name } });
}

function podPorts(call: Pick<Call, 'callee' | 'port'>): NetworkPolicyPort[] {
  return targetPortsOf(portOf(call), call.callee).map(tcp);
}
