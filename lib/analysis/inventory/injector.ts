import * as z from 'zod';
import type { Manifest } from '../manifest/manifest';

const configMap = z.object({ data: z.object({ values: z.string() }) });
const values = z.object({ sidecarInjectorWebhook: z.object({ enableNamespacesByDefault: z.boolean() }) });

/**
 * Whether namespaces without a label get sidecars: so the injector may be installed, and its
 * ConfigMap says so, if it is among the objects.
 * @see https://istio.io/latest/docs/reference/config/analysis/ist0148/
 */
export function injectsByDefault(configMaps: readonly Manifest[]): boolean {
  return configMaps.filter(isInjectorConfig).some(({ content }) => {
    const found = values.safeParse(parsed(configMap.safeParse(content).data?.data.values ?? ''));
    return found.data?.sidecarInjectorWebhook.enableNamespacesByDefault === true;
  });
}

/** Whether an object, of the ConfigMaps, configures the injector. */
export function isInjectorConfig({ name }: Pick<Manifest, 'name'>): boolean {
  return /^istio-sidecar-injector(-|$)/.test(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
