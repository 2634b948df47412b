import { type Extension, typeUrl } from './envoy-config';
import type { EnvoyFilter } from './istio-objects';

export const connectionManager = 'envoy.filters.network.http_connection_manager';

/** What sends a request on; always the last. */
export const router: Extension = {
  name: 'envoy.filters.http.router',
  typed_config: { '@type': typeUrl('envoy.extensions.filters.http.router.v3.Router') },
};

/** A path that authorization refuses, whoever asks. */
export const refusedPath = '/refused';

/** What stands for an AuthorizationPolicy before a callee. */
export const authorization: Extension = {
  name: 'envoy.filters.http.rbac',
  typed_config: {
    '@type': typeUrl('envoy.extensions.filters.http.rbac.v3.RBAC'),
    rules: {
      action: 'DENY',
      policies: {
        refused: {
          permissions: [{ url_path: { path: { exact: refusedPath } } }],
          principals: [{ any: true }],
        },
      },
    },
  },
};

/**
 * patchHTTPFilters in https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/envoyfilter/listener_patch.go:
 * the patch goes in as it is, before the filter that it names, and nowhere if there is none.
 */
export function patched(filters: readonly Extension[], { spec }: EnvoyFilter): readonly Extension[] {
  return spec.configPatches.reduce((chain, { match, patch }) => {
    const { name, subFilter } = match.listener.filterChain.filter;
    const index = name === connectionManager ? chain.findIndex((filter) => filter.name === subFilter.name) : -1;
    return index === -1 ? chain : chain.toSpliced(index, 0, patch.value);
  }, filters);
}
