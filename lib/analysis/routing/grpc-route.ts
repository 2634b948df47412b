import type { GrpcRoute, HttpRoute } from '../views/gateway-api';

type GrpcMatch = GrpcRoute['spec']['rules'][number]['matches'][number];
type Path = HttpRoute['spec']['rules'][number]['matches'][number]['path'];

/**
 * A GRPCRoute as the HTTPRoute that it stands for: a call is a request for `/<service>/<method>`.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcmethodmatch
 */
export function asHttpRoute({ manifest, spec }: GrpcRoute): HttpRoute {
  const rules = spec.rules.map((rule) => ({
    ...rule,
    matches: rule.matches.map((match) => ({
      path: pathOf(match),
      headers: match.headers,
      queryParams: [],
      method: undefined,
    })),
    timeouts: undefined,
  }));
  return { manifest, spec: { ...spec, rules } };
}

function pathOf({ method: called }: GrpcMatch): Path {
  const { type = 'Exact', service, method } = called ?? {};
  if (service === undefined && method === undefined) {
    return undefined;
  }
  if (type === 'Exact' && service !== undefined) {
    return method === undefined
      ? { type: 'PathPrefix', value: `/${service}` }
      : { type, value: `/${service}/${method}` };
  }
  const any = type === 'Exact' ? '[^/]+' : '.+';
  return { type: 'RegularExpression', value: `/${service ?? any}/${method ?? any}` };
}
