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
 * Whether a row is no fault. Rules of a gateway need not take everything: what none of them takes is
 * told, and nobody is known to ask for it.
 */
export function isFine({ client, outcome: { direct, failure } }: RoutingRow): boolean {
  return failure === undefined || (client.isGateway && direct?.status === 404);
}
