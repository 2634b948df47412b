import { type Hop, hopName, hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';

const grpcMethod = /^\/([A-Za-z_][\w.]*\/([A-Za-z_]\w*|\*)|\*)$/;

/** A call is narrowed and protected by what its protocol has, and repeated only if that does no harm. */
export function scopes(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services.flatMap((service) => hopsTo(service, graph).flatMap(problemsOf));
}

function problemsOf(hop: Hop): Problem[] {
  return [...protocolProblems(hop), ...retryProblems(hop), ...pathProblems(hop)];
}

const fieldsOf = {
  http: ['grpcMethods'],
  http2: ['grpcMethods'],
  grpc: ['methods', 'paths'],
  tcp: ['methods', 'paths', 'grpcMethods', 'timeout', 'retries'],
} as const;

function protocolProblems(hop: Hop): Problem[] {
  return fieldsOf[hop.protocol]
    .filter((field) => hop[field] !== undefined)
    .map((field) => ({
      path: ['calls', hopName(hop), field],
      value: hop[field],
      rule: `a call over ${hop.protocol} has no ${field}: its proxy sees nothing it could compare or repeat`,
      remedy:
        hop.protocol === 'tcp'
          ? 'remove the field'
          : `use ${hop.protocol === 'grpc' ? 'grpcMethods' : 'methods and paths'}`,
    }));
}

function retryProblems({ retries, idempotent, ...hop }: Hop): Problem[] {
  const problem = (value: unknown, rule: string, remedy: string): Problem => {
    return { path: ['calls', hopName(hop), 'retries'], value, rule, remedy };
  };
  if (retries === undefined) {
    return [];
  }
  const isCount = Number.isInteger(retries.attempts) && retries.attempts >= 1;
  return [
    ...(isCount ? [] : [problem(retries.attempts, 'attempts is a whole number from 1', 'leave retries out for none')]),
    ...(idempotent === true
      ? []
      : [
          problem(
            retries.attempts,
            `${hopName(hop)} is not marked idempotent, and a retry may do its work twice`,
            'remove the retries, or set `idempotent: true` if doing it twice does no harm',
          ),
        ]),
  ];
}

function pathProblems(hop: Hop): Problem[] {
  const problem = (field: string, value: string, rule: string, remedy: string): Problem => {
    return { path: ['calls', hopName(hop), field], value, rule, remedy };
  };
  const wildcardAtTheEnd = /^\/[^*]*\*?$/;
  const paths = (hop.paths ?? []).filter((path) => !wildcardAtTheEnd.test(path));
  const methods = (hop.grpcMethods ?? []).filter((method) => !grpcMethod.test(method));
  const emptyLists = (['methods', 'paths', 'grpcMethods'] as const).filter((field) => hop[field]?.length === 0);
  return [
    ...paths.map((path) =>
      problem('paths', path, 'a path starts with / and has * at its end only', 'write it like `/orders/*`'),
    ),
    ...methods.map((method) =>
      problem(
        'grpcMethods',
        method,
        'a gRPC method has its full name',
        'write it like `/shop.Cart/AddItem` or `/shop.Cart/*`',
      ),
    ),
    ...emptyLists.map((field) =>
      problem(field, '[]', 'an empty list would allow everything, not nothing', 'leave the field out, or the call'),
    ),
  ];
}
