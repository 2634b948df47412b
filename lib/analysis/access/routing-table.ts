import type { Inventory } from '../inventory/inventory';
import { callEntrances, gatewayEntrances, requestAt, witnessesAt } from '../routing/entrances';
import type { Client, Request } from '../routing/request';
import type { Witness } from '../routing/witness';
import { type Outcome, Outcomes } from './outcome';

/** One kind of request, and what becomes of it. */
export interface RoutingRow {
  readonly client: Client;
  readonly request: Request;
  readonly witness: Witness;
  readonly outcome: Outcome;
}

/** Every host of every gateway and every call of every pod, with each set of headers that any rule of the host looks at. */
export function routingTable(inventory: Inventory): RoutingRow[] {
  const outcomes = new Outcomes(inventory);
  return [...gatewayEntrances(inventory), ...callEntrances(inventory)].flatMap((entrance) =>
    witnessesAt(inventory, entrance).map((witness): RoutingRow => {
      const { client } = entrance;
      const request = requestAt(entrance, witness);
      return { client, request, witness, outcome: outcomes.of(client, request) };
    }),
  );
}

/**
 * Whether a row is no fault. Its request stands for many: what no rule of a gateway takes, and what pods refuse while they
 * let other requests of the same caller in, is told, and nobody is known to ask for it.
 */
export function isFine({ client, outcome: { direct, failure, branches } }: RoutingRow): boolean {
  if (failure === undefined || direct !== undefined) {
    return failure === undefined || (client.isGateway && direct?.status === 404);
  }
  return branches
    .filter(({ share }) => share > 0)
    .every((branch) =>
      branch.admissions.length === 0
        ? branch.failure === undefined
        : branch.admissions.every((admission) => admission.failure === undefined || admission.takesOthers === true),
    );
}
