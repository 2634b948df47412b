import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../views/workload';
import { clientOf } from './client';
import { resolvedHost } from './mesh-entry';
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

const address =
  /^(?:(?<scheme>[a-z][a-z0-9+.-]*):\/\/)?(?<host>[a-z0-9][a-z0-9.-]*)(?::(?<port>\d{1,5}))?(?<path>\/.*)?$/i;

/**
 * The calls of pods, as far as their environment tells: every `scheme://host:port/path` and
 * `host:port` whose host a Service or a ServiceEntry has. Lists of addresses may be divided by
 * commas, semicolons or blanks.
 */
export function callsOf(inventory: Inventory, workload: Workload): Call[] {
  const client = clientOf(inventory, workload);
  const values = workload.containers.flatMap(({ env }) => env.map(({ value = '' }) => value));
  const calls = values
    .flatMap((value) => value.split(/[,;\s]+/))
    .map((text) => callTo(text, client, inventory))
    .filter((call) => call !== undefined);
  return [...new Map(calls.map((call) => [`${call.host}:${call.port}${call.path}`, call])).values()];
}

function callTo(text: string, client: Client, inventory: Inventory): Call | undefined {
  const { scheme, host = '', port, path = '/' } = address.exec(text)?.groups ?? {};
  if (host === '' || (scheme === undefined && port === undefined)) {
    return undefined;
  }
  const known = resolvedHost(inventory, host, client.namespace);
  const usual = scheme === 'https' ? 443 : 80;
  return inventory.knowsHost(known) ? { client, host: known, port: Number(port ?? usual), path } : undefined;
}
