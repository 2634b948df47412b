import { fields, item, list, text } from '../manifest/lenient';
import { labelSelector, targetReference } from './selector';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/ */
export const wasmPlugin = viewerOf('extensions.istio.io', 'WasmPlugin', {
  selector: labelSelector,
  targetRef: fields(targetReference),
  targetRefs: list(item(targetReference)),
  url: text,
  vmConfig: fields({ env: list(item({ name: text, valueFrom: text, value: text })) }),
});
