import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { clientOf, gatewayClients } from '../../lib/analysis/routing/client';
import type { Client } from '../../lib/analysis/routing/request';
import { InputError } from '../../lib/input/input-error';

/**
 * The pods that a user names: `namespace/name` or `name` of a workload, `gateway` for every gateway.
 * @throws InputError if there are none of that name
 */
export function clientsNamed(inventory: Inventory, name: string): Client[] {
  const gateways = gatewayClients(inventory);
  const found =
    name === 'gateway'
      ? gateways
      : inventory.workloads
          .filter((workload) => name === workload.name || name === `${workload.namespace}/${workload.name}`)
          .map((workload) => clientOf(inventory, workload));
  if (found.length === 0) {
    const known = inventory.workloads.map(({ namespace, name: own }) => `${namespace}/${own}`).sort();
    const rule = 'a client is a workload, or `gateway` for those that a Gateway configures';
    throw new InputError([{ file: '--from', path: [], value: name, rule, remedy: `one of: ${known.join(', ')}` }]);
  }
  return found;
}

/**
 * A header as users write it: `name: value` or `name=value`.
 * @throws InputError if it is neither
 */
export function headerOf(text: string): [name: string, value: string] {
  const { name, value } = /^(?<name>[^:=\s]+)\s*[:=]\s*(?<value>.*)$/.exec(text)?.groups ?? {};
  if (name === undefined || value === undefined) {
    const rule = 'a header is `name: value`';
    throw new InputError([{ file: '--header', path: [], value: text, rule, remedy: 'write it like `x-canary: true`' }]);
  }
  return [name, value];
}

/**
 * A method, standard or not.
 * @throws InputError if HTTP can't send it
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens
 */
export function methodOf(text: string): string {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(text)) {
    const rule = 'a method is a word without spaces and brackets';
    throw new InputError([{ file: '--method', path: [], value: text, rule, remedy: 'write it like POST' }]);
  }
  return text;
}

/** @throws InputError if a request is described that has no URL: of the table it would choose nothing */
export function requireUrl({ method, header }: { readonly method?: string; readonly header: readonly string[] }): void {
  const given = { '--method': method, '--header': header[0] };
  const problems = Object.entries(given).flatMap(([file, value]) =>
    value === undefined
      ? []
      : [{ file, path: [], value, rule: 'it is said of a request, which has a URL', remedy: 'name the URL as well' }],
  );
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

/**
 * A URL as users write it.
 * @throws InputError if it is none
 */
export function urlOf(text: string): string {
  if (!URL.canParse(text)) {
    const rule = 'a request has a URL: scheme, host, and if need be port and path';
    throw new InputError([
      { file: 'route', path: [], value: text, rule, remedy: 'write it like http://shop.example/cart' },
    ]);
  }
  return text;
}
