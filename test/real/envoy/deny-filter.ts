import * as z from 'zod';
import { type Extension, type Message, typeUrl } from './envoy-config';

const texts = z.array(z.string()).optional();

/** The part of an AuthorizationPolicy that is rendered for what a gateway refuses. */
const DenyPolicy = z.looseObject({
  spec: z.strictObject({
    selector: z.unknown(),
    action: z.literal('DENY'),
    rules: z.array(
      z.strictObject({
        to: z.array(
          z.strictObject({
            operation: z.strictObject({ hosts: texts, ports: texts, notMethods: texts, notPaths: texts }),
          }),
        ),
      }),
    ),
  }),
});

/**
 * The filter that istiod makes of a DENY policy.
 * https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/model/permission.go and matcher/
 * @param port of the listener, which stands for every port that the policy names
 */
export function denyFilter(policy: unknown, port: number): Extension {
  const { rules } = DenyPolicy.parse(policy).spec;
  const permissions = rules
    .flatMap(({ to }) => to)
    .map(({ operation: { hosts = [], ports = [], notMethods = [], notPaths = [] } }) => {
      const matched = [
        any(hosts.map((host) => header(':authority', { ...stringMatch(host), ignore_case: true }))),
        any(ports.map(() => ({ destination_port: port }))),
      ];
      const unmatched = [
        any(notMethods.map((method) => header(':method', stringMatch(method)))),
        any(notPaths.map((path) => ({ url_path: { path: stringMatch(path) } }))),
      ];
      return { and_rules: { rules: [...matched.flat(), ...unmatched.flat().map((rule) => ({ not_rule: rule }))] } };
    });
  return {
    name: 'envoy.filters.http.rbac',
    typed_config: {
      '@type': typeUrl('envoy.extensions.filters.http.rbac.v3.RBAC'),
      rules: { action: 'DENY', policies: { refused: { permissions, principals: [{ any: true }] } } },
    },
  };
}

function any(rules: readonly Message[]): Message[] {
  return rules.length === 0 ? [] : [{ or_rules: { rules } }];
}

function header(name: string, value: Message): Message {
  return { header: { name, string_match: value } };
}

function stringMatch(pattern: string): Message {
  return pattern.endsWith('*') ? { prefix: pattern.slice(0, -1) } : { exact: pattern };
}
