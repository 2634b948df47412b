import { Construct } from 'constructs';
import {
  AuthorizationPolicy,
  AuthorizationPolicySpecAction as Action,
  type AuthorizationPolicySpecRules,
  type AuthorizationPolicySpecRulesTo,
} from '../../imports/security.istio.io';
import { type Call, type CallScope, portOf } from '../model/call';
import { type Identity, principalOf } from '../model/identity';
import { serviceLabels } from '../model/labels';
import type { CallGraph } from '../model/mesh';
import { type Service, targetPortsOf } from '../model/service';

/**
 * Refuses every request in a namespace that no other policy allows. Applied after those, or
 * declared calls would fail in between.
 * @see https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy
 */
export class DenyAll extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AuthorizationPolicy(this, 'policy', { metadata: { name: 'deny-all' }, spec: {} });
  }
}

export interface AllowCallersProps {
  readonly service: Service;
  readonly graph: CallGraph;
  /** Who sends the requests of an edge. */
  readonly gateway: Identity;
}

/**
 * Allows the declared callers of a service, each by its service account, to what it declared: port,
 * and methods and paths where it narrowed them. A service nobody calls gets no policy.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export class AllowCallers extends Construct {
  constructor(scope: Construct, id: string, { service, graph, gateway }: AllowCallersProps) {
    super(scope, id);
    const edge = graph.edgeOf(service);
    const rules = [
      ...(edge === undefined ? [] : [allow(gateway, { callee: service }, edge)]),
      ...graph.callsTo(service).map((call) => allow(call.caller, call, call)),
    ];
    if (rules.length > 0) {
      new AuthorizationPolicy(this, 'policy', {
        metadata: { name: `${service.name}-callers`, labels: serviceLabels(service) },
        spec: { selector: { matchLabels: serviceLabels(service) }, action: Action.ALLOW, rules },
      });
    }
  }
}

/** A service, and which of its ports. */
type Callee = Pick<Call, 'callee' | 'port'>;

function allow(caller: Identity, callee: Callee, scope: CallScope): AuthorizationPolicySpecRules {
  return { from: [{ source: { principals: [principalOf(caller)] } }], to: operations(callee, scope) };
}

/** A policy sees the port of the pod, after the Service has translated its own. */
function operations(callee: Callee, { methods, paths, grpcMethods }: CallScope): AuthorizationPolicySpecRulesTo[] {
  const ports = targetPortsOf(portOf(callee), callee.callee).map(String);
  if (grpcMethods !== undefined) {
    // gRPC is POST to a path that names service and method.
    return [{ operation: { ports, methods: ['POST'], paths: [...grpcMethods] } }];
  }
  return [
    { operation: { ports, ...(methods ? { methods: [...methods] } : {}), ...(paths ? { paths: [...paths] } : {}) } },
  ];
}
