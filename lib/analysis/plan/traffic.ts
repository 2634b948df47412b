import { Outcomes } from '../access/outcome';
import type { Inventory } from '../inventory/inventory';
import { configurationOf } from '../routing/configuration';
import { callEntrances, type Entrance, gatewayEntrances, requestAt, witnessesAt } from '../routing/entrances';
import type { Witness } from '../routing/witness';

/** A kind of request that somebody makes, in a form that can be asked of any state. */
export interface ExpectedCall {
  /** Of the caller, the host, and what the request says: the same in every state. */
  readonly name: string;
  readonly entrance: Entrance;
  readonly witness: Witness;
}

/** Every call of a state: at its gateways, and of its pods. */
export function callsIn(inventory: Inventory, isAsked: (entrance: Entrance) => boolean = () => true): ExpectedCall[] {
  return [...gatewayEntrances(inventory), ...callEntrances(inventory)]
    .filter((entrance) => isAsked(entrance) && isThere(inventory, entrance))
    .flatMap((entrance) =>
      witnessesAt(inventory, entrance).map((witness) => ({ name: nameOf(entrance, witness), entrance, witness })),
    );
}

/** A gateway's host has to have rules, and a callee pods, before there is a call to speak of. */
function isThere(inventory: Inventory, { client, host }: Entrance): boolean {
  const service = inventory.serviceOf(host);
  return client.isGateway
    ? configurationOf(inventory)
        .routesFor(host)
        .some(({ spec }) => spec.gateways.some((name) => name !== 'mesh'))
    : service === undefined || inventory.workloadsBehind(service).length > 0;
}

/** Answers which calls of a state get through, and why others do not. */
export class Traffic {
  private readonly outcomes: Outcomes;

  constructor(inventory: Inventory) {
    this.outcomes = new Outcomes(inventory);
  }

  /** Why a call fails; nothing if it gets through. */
  failureOf({ entrance, witness }: ExpectedCall): string | undefined {
    return this.outcomes.of(entrance.client, requestAt(entrance, witness)).failure?.reason;
  }
}

function nameOf({ client, host, port }: Entrance, { method, path, headers, query }: Witness): string {
  const { namespace, name } = client.workload;
  const caller = client.isGateway ? 'the gateway' : `${namespace}/${name}`;
  const says = [...headers, ...query].map(([key, value]) => `${key}: ${value}`);
  const request = [...(method === 'GET' ? [] : [method]), ...(path === undefined ? [] : [path]), ...says].join(', ');
  return `${caller} -> ${host}:${port}${request === '' ? '' : ` (${request})`}`;
}
