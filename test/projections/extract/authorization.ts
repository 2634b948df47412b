import * as z from 'zod';
import { edgeNames, type PodEdge, somebody } from './edges';
import { infrastructurePrincipals } from './infrastructure';
import type { Inventory, Pod } from './inventory';
import { allOf, Metadata } from './objects';
import { Selector, selects } from './selector';

/** Strict, and without DENY: whatever else narrows or widens a rule must not be overlooked. */
const Rule = z.strictObject({
  from: z.array(z.strictObject({ source: z.strictObject({ principals: z.array(z.string()).min(1) }) })).optional(),
  to: z
    .array(
      z.strictObject({
        operation: z.strictObject({
          ports: z.array(z.string()).optional(),
          methods: z.array(z.string()).optional(),
          paths: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});
const Policy = z.object({
  metadata: Metadata,
  spec: z.strictObject({
    selector: Selector.optional(),
    action: z.literal('ALLOW').default('ALLOW'),
    rules: z.array(Rule).default([]),
  }),
});
type Policy = z.infer<typeof Policy>;
type Rule = z.infer<typeof Rule>;

const rootNamespace = 'istio-system';

/**
 * Who may call whom, according to AuthorizationPolicies. A pod that no policy selects takes
 * everybody; one that a policy selects takes whom a rule allows, and with no rule nobody.
 */
export function authorizationEdges(inventory: Inventory): string[] {
  // A policy holds in its own namespace; what a gateway refuses on the way to others is no edge of the mesh.
  const near = new Set([rootNamespace, ...inventory.pods.map(({ namespace }) => namespace)]);
  const objects = inventory.objects.filter(({ metadata }) => near.has(metadata.namespace));
  const policies = allOf(objects, 'AuthorizationPolicy', Policy);
  const edges = inventory.pods.flatMap((to): PodEdge[] => {
    const applying = policies.filter((policy) => appliesTo(policy, to));
    if (!to.meshed || applying.length === 0) {
      return [{ from: somebody('anybody'), to, port: '*' }];
    }
    return applying.flatMap(({ spec }) => spec.rules).flatMap((rule) => allowed(rule, to, inventory));
  });
  return edgeNames(edges, inventory.pods);
}

function appliesTo({ metadata, spec }: Policy, pod: Pod): boolean {
  const isNear = metadata.namespace === pod.namespace || metadata.namespace === rootNamespace;
  return isNear && selects(spec.selector?.matchLabels ?? {}, pod.labels);
}

function allowed({ from, to: operations }: Rule, to: Pod, inventory: Inventory): PodEdge[] {
  const callers =
    from === undefined
      ? [somebody('anybody')]
      : from.flatMap(({ source }) => source.principals.flatMap((principal) => podsOf(principal, inventory)));
  const ports = operations?.flatMap(({ operation }) => operation.ports ?? ['*']) ?? ['*'];
  return callers.flatMap((caller) => ports.map((port) => ({ from: caller, to, port })));
}

/** The pods that have an identity; somebody of its name if nobody has it. */
function podsOf(principal: string, { pods }: Inventory): Pod[] {
  const known = infrastructurePrincipals.get(principal);
  if (known !== undefined) {
    return [somebody(known)];
  }
  const found = pods.filter(
    ({ meshed, namespace, account }) => meshed && principal === `cluster.local/ns/${namespace}/sa/${account}`,
  );
  return found.length === 0 ? [somebody(principal)] : found;
}
