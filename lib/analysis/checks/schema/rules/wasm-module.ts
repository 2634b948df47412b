import { wasmPlugin } from '../../../views/wasm-plugin';
import { repeated } from './name';
import type { SchemaRule } from './rule';

const schemes: readonly string[] = ['http', 'https', 'oci', 'file'];

/**
 * Where a module comes from, an image if no scheme is given, and what it is told by its environment.
 * @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin
 */
export const wasmModule: SchemaRule = function* find(inventory) {
  for (const { manifest, spec } of inventory.views(wasmPlugin)) {
    const { url = '', vmConfig } = spec;
    const [, scheme] = /^([^/:]*):\/\//.exec(url) ?? [];
    if (scheme !== undefined && !schemes.includes(scheme)) {
      const message = `${JSON.stringify(scheme)} is no scheme of a module`;
      yield { manifest, path: ['spec', 'url'], message, remedy: `write one of ${schemes.join(', ')}` };
    }
    const env = vmConfig?.env ?? [];
    for (const index of repeated(env.map(({ name }) => name))) {
      const path = ['spec', 'vmConfig', 'env', index, 'name'];
      yield { manifest, path, message: `${env[index]?.name ?? ''} is there twice`, remedy: 'keep one of the two' };
    }
    for (const [index, { valueFrom = 'INLINE', value = '' }] of env.entries()) {
      if (valueFrom !== 'INLINE' && value !== '') {
        const message = `the value is read from ${valueFrom}, and written as well`;
        const path = ['spec', 'vmConfig', 'env', index, 'value'];
        yield { manifest, path, message, remedy: 'keep one of value and valueFrom' };
      }
    }
  }
};
