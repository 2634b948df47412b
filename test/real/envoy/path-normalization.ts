import * as z from 'zod';
import type { Message } from './envoy-config';

const MeshConfig = z.looseObject({
  meshConfig: z.looseObject({
    pathNormalization: z.strictObject({ normalization: z.literal('DECODE_AND_MERGE_SLASHES') }),
  }),
});

/**
 * How a proxy reads paths, by the values of istiod: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization
 * and https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto
 */
export function pathNormalization(istiodValues: unknown): Message {
  MeshConfig.parse(istiodValues);
  return { ...istioDefault, merge_slashes: true, path_with_escaped_slashes_action: 'UNESCAPE_AND_FORWARD' };
}

/** What Istio has without a setting. */
export const istioDefault: Message = { normalize_path: true };
