import type { HttpRoute } from '../views/virtual-service';
import type { Failure } from './destination';

/** What a rule answers without asking anybody; nothing if it asks. */
export function directAnswer({ redirect, directResponse, route: routes, fault }: HttpRoute): Failure | undefined {
  if (redirect !== undefined) {
    const place = `${redirect.authority ?? ''}${redirect.uri ?? ''}`;
    return { status: redirect.redirectCode ?? 301, reason: `the rule redirects${place === '' ? '' : ` to ${place}`}` };
  }
  if (directResponse !== undefined) {
    return { status: directResponse.status ?? 0, reason: 'the rule answers by itself' };
  }
  if (fault?.abort !== undefined && (fault.abort.percentage?.value ?? 0) >= 100) {
    return abortOf(fault.abort);
  }
  return routes.length === 0 ? { status: 503, reason: 'the rule leads nowhere' } : undefined;
}

/** Of gRPC an answer 200 that says in a header what is wrong. */
function abortOf({ httpStatus, grpcStatus }: NonNullable<NonNullable<HttpRoute['fault']>['abort']>): Failure {
  const reason = 'the rule injects this fault into every request';
  return grpcStatus === undefined
    ? { status: httpStatus ?? 0, reason }
    : { status: 200, grpcStatus, reason: `${reason}: grpc-status ${grpcStatus}` };
}
