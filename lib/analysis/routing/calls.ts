import { addressesOf } from '../inventory/addresses';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../views/workload';
import { clientOf } from './client';
import type { Client } from './request';

/** A call that pods are told to make: an address in their environment. */
export interface Call {
  readonly client: Client;
  /** Fully qualified; somebody has it. */
  readonly host: string;
  readonly port: number;
  /** With a leading slash. */
  readonly path: string;
}

/** The calls of pods, as far as their environment tells, each once. */
export function callsOf(inventory: Inventory, workload: Workload): Call[] {
  const client = clientOf(inventory, workload);
  const calls = [...addressesOf(inventory, workload)].flatMap(({ host, port, target }): Call[] =>
    port === undefined ? [] : [{ client, host, port, path: target }],
  );
  return [...new Map(calls.map((call) => [`${call.host}:${call.port}${call.path}`, call])).values()];
}
