import { AuthorizationPolicies } from '../../authorization/applying';
import { matchesPath } from '../../authorization/patterns';
import { configurationOf } from '../../routing/configuration';
import { workloadsMeant } from '../../routing/destinations';
import { fieldOf } from '../../routing/rule-fields';
import { rulesOf } from '../../routing/rules';
import { actionOf, type AuthorizationPolicy } from '../../views/authorization-policy';
import type { StringMatch } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention, mentions } from '../mention';

/** Of what is refused nobody knows which of the two paths is meant, and of expressions not what they take. */
export const rewrittenPath: Check = {
  code: 'LAB095',
  level: 'error',
  title: 'Policies allow the paths that routes rewrite to',
  reason:
    'The proxy of the caller, or the gateway, rewrites the path; the policy of the callee sees what became of it. What it allows by the path that was asked for gets 403.',
  remedy: 'allow the path behind the rewrite',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite',
  *find(inventory) {
    const policies = new AuthorizationPolicies(inventory);
    for (const placed of configurationOf(inventory).routes.flatMap((route) => rulesOf(inventory, route))) {
      const { manifest, rule } = placed;
      const paths = rule.match.flatMap(({ uri }) => rewrittenPaths(uri, rule.rewrite?.uri));
      for (const [index, { destination }] of paths.length === 0 ? [] : rule.route.entries()) {
        const callee = workloadsMeant(inventory, manifest, destination).find(
          (workload) => inventory.isMeshed(workload) && areShut(policies.enforcedOn(workload), paths),
        );
        if (callee !== undefined) {
          const names = mentions(policies.enforcedOn(callee).map((policy) => policy.manifest));
          const became = paths.map(({ asked, sent }) => `${asked} becomes ${sent}`)[0] ?? '';
          const message = `${became}, and ${mention(callee.manifest)} (${names}) allows the one and not the other`;
          yield { manifest, path: [...fieldOf(placed, 'route'), index], message };
        }
      }
    }
  },
};

interface Rewriting {
  readonly asked: string;
  readonly sent: string;
}

/** Paths that a match takes, and what is left of them; none of an expression. */
function rewrittenPaths({ exact, prefix }: StringMatch = {}, uri = ''): Rewriting[] {
  if (uri === '') {
    return [];
  }
  const below = prefix === undefined ? [] : ['x', '', '/x', 'x/y'].map((rest) => [prefix + rest, uri + rest] as const);
  const all = exact === undefined ? below : [[exact, uri] as const];
  return all.map(([asked, sent]) => ({ asked, sent }));
}

/** Whether policies allow by paths alone, some of those that are asked for, and none that is sent. */
function areShut(policies: readonly AuthorizationPolicy[], paths: readonly Rewriting[]): boolean {
  const rules = policies.filter((policy) => actionOf(policy) === 'ALLOW').flatMap(({ spec }) => spec.rules);
  const operations = rules.flatMap(({ to }) => to.map(({ operation }) => operation?.paths ?? []));
  const allows = (path: string): boolean => operations.flat().some((pattern) => matchesPath(pattern, path));
  const isByPath =
    rules.length > 0 && rules.every(({ to }) => to.length > 0) && operations.every((some) => some.length > 0);
  return isByPath && paths.some(({ asked }) => allows(asked)) && !paths.some(({ sent }) => allows(sent));
}
