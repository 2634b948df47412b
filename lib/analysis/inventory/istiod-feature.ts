import * as z from 'zod';
import { fields, mapping, word } from '../manifest/lenient';
import type { Inventory } from './inventory';
import { meshConfigsIn } from './mesh-config';

const operator = z.object({ spec: fields({ values: fields({ pilot: fields({ env: mapping(word) }) }) }) });

/**
 * Whether an istiod of the files has a feature on that is off by default: by the environment of its container, or by the values
 * that an installer gives it.
 * @param name of the environment variable
 * @see https://istio.io/latest/docs/reference/commands/pilot-discovery/#envvars
 */
export function hasIstiodFeature(inventory: Inventory, name: string): boolean {
  const containers = inventory.workloads.flatMap((workload) => workload.containers);
  const written = containers.flatMap(({ env }) => env.filter((entry) => entry.name === name).map(({ value }) => value));
  const installers = meshConfigsIn(inventory).filter(({ kind }) => kind !== 'ConfigMap');
  const values = installers.map(({ content }) => operator.safeParse(content).data?.spec?.values?.pilot?.env[name]);
  return [...written, ...values].some((value = '') => /^(1|t|true)$/i.test(value));
}
