import { calleesIn } from '../access/callees';
import { type RoutingRow, routingTable } from '../access/routing-table';
import type { Finding } from '../finding';
import { isAssumed } from '../inventory/assumed';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import { mutualTlsOf } from '../transport/mutual-tls';
import type { Service } from '../views/service';
import type { Workload } from '../views/workload';
import { callsIn, hostsIn, podsId } from './calls';
import type { Graph, GraphNamespace, GraphPods, GraphService } from './graph';
import { byText } from './order';
import { findingsBySubject } from './subjects';

/**
 * A picture of what some objects make of a mesh: the pods and Services of the files, those of the platform that
 * take part in a call, and every call that the routing table has, refused ones too.
 * @param findings what is wrong with the objects, to be shown where it is
 */
export function meshGraph(inventory: Inventory, findings: readonly Finding[]): Graph {
  const rows = routingTable(inventory);
  return { namespaces: new Nodes(inventory, rows, findings).namespaces(), hosts: hostsIn(rows), calls: callsIn(rows) };
}

class Nodes {
  private readonly findings: ReadonlyMap<string, readonly Finding[]>;
  private readonly strict: ReadonlySet<Workload>;
  private readonly hosts: ReadonlyMap<Workload, readonly string[]>;
  private readonly workloads: readonly Workload[];
  private readonly services: readonly Service[];

  constructor(
    private readonly inventory: Inventory,
    rows: readonly RoutingRow[],
    findings: readonly Finding[],
  ) {
    const calling = rows.flatMap(({ client, outcome }) => [
      client.workload,
      ...outcome.branches.filter(({ share }) => share > 0).flatMap(({ workloads }) => workloads),
    ]);
    const taking = new Set(calling);
    this.findings = findingsBySubject(inventory, rows, findings);
    this.strict = strictIn(inventory);
    this.hosts = gatewayHosts(rows);
    this.workloads = inventory.workloads.filter((one) => !isAssumed(one.manifest) || taking.has(one));
    this.services = inventory.services.filter(({ manifest }) => !isAssumed(manifest));
  }

  namespaces(): GraphNamespace[] {
    const homes = indexBy(this.workloads, (workload) => homeOf(this.inventory, workload));
    const lonely = indexBy(this.workloads, (workload) =>
      homeOf(this.inventory, workload) === undefined ? workload.namespace : undefined,
    );
    const empty = this.services.filter((service) => this.inventory.workloadsBehind(service).length === 0);
    const services = indexBy([...homes.keys(), ...empty], ({ namespace }) => namespace);
    const found = [...this.findings.keys()].flatMap((subject) =>
      subject.startsWith('Namespace ') ? [subject.slice('Namespace '.length)] : [],
    );
    return [...new Set([...lonely.keys(), ...services.keys(), ...found])].sort(byText((name) => name)).map((name) => ({
      name,
      services: (services.get(name) ?? [])
        .map((service) => this.service(service, homes.get(service) ?? []))
        .sort(byText((one) => one.name)),
      pods: this.pods(lonely.get(name) ?? []),
      findings: this.findings.get(`Namespace ${name}`) ?? [],
    }));
  }

  private service({ name, manifest }: Service, workloads: readonly Workload[]): GraphService {
    return { name, pods: this.pods(workloads), findings: this.findings.get(nameOf(manifest)) ?? [] };
  }

  private pods(workloads: readonly Workload[]): GraphPods[] {
    return workloads
      .map((workload) => ({
        id: podsId(workload),
        name: workload.name,
        replicas: workload.replicas,
        isStrict: this.strict.has(workload),
        hosts: this.hosts.get(workload) ?? [],
        findings: this.findings.get(nameOf(workload.manifest)) ?? [],
      }))
      .sort(byText(({ id }) => id));
  }
}

/** Where pods are shown that several Services send to: at the one that has most of them beside it. */
function homeOf(inventory: Inventory, workload: Workload): Service | undefined {
  const reach = (service: Service) => inventory.workloadsBehind(service).length;
  return [...inventory.servicesOf(workload)].sort(byText(({ name }) => name)).sort((a, b) => reach(b) - reach(a))[0];
}

function strictIn(inventory: Inventory): ReadonlySet<Workload> {
  const ports = calleesIn(inventory).flatMap(({ isMetrics, destinations }) => (isMetrics ? [] : destinations));
  const byWorkload = [...indexBy(ports, ({ workload }) => workload)];
  return new Set(
    byWorkload.flatMap(([workload, all]) =>
      all.every((port) => mutualTlsOf(inventory, port) === 'STRICT') ? [workload] : [],
    ),
  );
}

/** `shop.example:80,443` */
function hostsWithPorts(rows: readonly RoutingRow[]): string[] {
  const byHost = indexBy(rows, ({ request: { host } }) => host);
  return [...byHost]
    .map(([host, all]) => {
      const ports = new Set(all.map(({ request: { port } }) => port));
      return `${host}:${[...ports].sort((a, b) => a - b).join(',')}`;
    })
    .sort();
}

function gatewayHosts(rows: readonly RoutingRow[]): ReadonlyMap<Workload, readonly string[]> {
  const taken = indexBy(
    rows.filter(({ client }) => client.isGateway),
    ({ client }) => client.workload,
  );
  return new Map([...taken].map(([workload, all]) => [workload, hostsWithPorts(all)]));
}
