import { indexBy } from '../../inventory/index-by';
import { qualified } from '../../inventory/hosts';
import type { Check } from '../check';
import { mention } from '../mention';

export const selectiveRule: Check = {
  code: 'LAB094',
  level: 'warning',
  title: 'A DestinationRule for some pods is for those of its namespace, and leaves the others theirs',
  reason:
    'A rule with a workloadSelector stays in its namespace, whatever its exportTo says. Istio merges it with a rule that is kept to the namespace by `.`, which then holds for no other pods any more.',
  remedy: 'leave out exportTo, and write the rule into the namespace of the clients that it is for',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/push_context.go',
  *find({ destinationRules }) {
    const byHost = indexBy(destinationRules, ({ manifest: { namespace }, spec }) =>
      JSON.stringify([namespace, qualified(spec.host ?? '', namespace)]),
    );
    for (const rules of byHost.values()) {
      const selective = rules.filter(({ spec }) => spec.workloadSelector !== undefined);
      for (const { manifest, spec } of selective) {
        const index = spec.exportTo.findIndex((entry) => entry !== '.' && entry !== manifest.namespace);
        if (index >= 0) {
          const message = `a rule with a workloadSelector is not exported to ${spec.exportTo[index] ?? ''}`;
          yield { manifest, path: ['spec', 'exportTo', index], message };
        }
      }
      const [first] = selective;
      for (const { manifest, spec } of first === undefined ? [] : rules) {
        if (first !== undefined && spec.workloadSelector === undefined && spec.exportTo.join() === '.') {
          const message = `${mention(first.manifest)} selects pods, and takes this rule in: it holds for no others`;
          const remedy = 'name the namespace in exportTo in place of `.`, or leave exportTo out';
          yield { manifest, path: ['spec', 'exportTo'], message, remedy };
        }
      }
    }
  },
};
