import type { PartOfRequest } from '../authorization/samples';
import type { Inventory } from '../inventory/inventory';
import type { Branch } from '../routing/route';
import type { Client } from '../routing/request';
import { type Access, Accesses } from './access';
import { destinationsOf } from './destination';
import { callingPod } from './pod';

/** Answers whether the pods that routing leads to let a client in. */
export class BranchAccesses {
  private readonly accesses: Accesses;

  constructor(private readonly inventory: Inventory) {
    this.accesses = new Accesses(inventory);
  }

  /** One access for each workload behind a branch; none for hosts outside of the cluster. */
  of(client: Client, { host, port, workloads }: Branch, request: PartOfRequest): Access[] {
    const service = this.inventory.serviceOf(host);
    const servicePort = service?.ports.find((one) => one.port === port);
    if (service === undefined || servicePort === undefined) {
      return [];
    }
    const caller = callingPod(this.inventory, client.workload);
    return workloads
      .flatMap((workload) => destinationsOf(service, servicePort, workload))
      .map((destination) => this.accesses.of(caller, destination, destination.isHttp ? request : {}));
  }
}
