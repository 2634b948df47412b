import { change } from '../change';
import type { Drill } from '../drill';
import { type Content, edited, editedEverywhere, editedItems, itemsIn } from '../edit';
import { releaseName } from '../../verify/release-name';
import { pinned, plain } from '../requests';

/** A VirtualService names a subset that nobody makes. */
export const wrongSubset: Drill = {
  name: 'wrong-subset',
  breaks: 'A VirtualService sends the canary’s requests to a subset that no DestinationRule has.',
  prediction: { by: 'check', codes: ['KIA1107'] },
  changes: ({ entry }) => [
    change(entry.routes, (content) =>
      editedEverywhere(content, 'subset', (value) => (value === entry.subset ? `${entry.subset}-v2` : value)),
    ),
  ],
  symptom: (scene) =>
    pinned(scene, 10, { kind: 'status', statuses: [503] }, 'every request for the canary is answered with 503'),
  fix: 'name a subset of the DestinationRule, or add the subset there first and the route afterwards',
};

/** A digit is lost: weights are relative, so the canary gets more than half. */
export const weightsMiss100: Drill = {
  name: 'weights-miss-100',
  breaks: 'A digit is lost in a weight: 90 and 10 become 9 and 10.',
  prediction: { by: 'check', codes: ['LAB010'] },
  changes: ({ entry, share }) =>
    share <= 0 || share >= 0.9
      ? []
      : [
          change(entry.routes, (content) =>
            editedItems(content, ['spec', 'http'], (rule) =>
              edited(rule, ['route'], (routes) => withoutLastDigit(itemsIn(routes))),
            ),
          ),
        ],
  symptom: (scene) => {
    const release = releaseName(scene.entry.canary);
    const look = { kind: 'share', release, expected: scene.share } as const;
    return plain(scene, 100, look, 'the canary’s share is far from what the split says; nothing else fails');
  },
  fix: 'write weights that add up to 100; `traffic.yaml` has one number for each split, so that they always do',
};

/** The largest of several weights loses its last digit. */
function withoutLastDigit(routes: readonly Content[]): readonly Content[] {
  const weights = routes.map(({ weight }) => (typeof weight === 'number' ? weight : 0));
  const most = Math.max(...weights);
  return weights.filter((weight) => weight > 0).length < 2
    ? routes
    : routes.map((route, index) => (weights[index] === most ? { ...route, weight: Math.floor(most / 10) } : route));
}

/** The rule that takes everything comes first. */
export const ruleAfterCatchAll: Drill = {
  name: 'rule-after-catch-all',
  breaks: 'The rule for a header stands after the rule that takes everything.',
  prediction: { by: 'check', codes: ['IST0130'] },
  changes: ({ entry }) => [
    change(entry.routes, (content) =>
      edited(content, ['spec', 'http'], (rules) => {
        const all = itemsIn(rules);
        return [...all.filter(({ match }) => match === undefined), ...all.filter(({ match }) => match !== undefined)];
      }),
    ),
  ],
  symptom: (scene) =>
    pinned(
      scene,
      40,
      { kind: 'release', release: releaseName(scene.entry.stable) },
      'requests that ask for the canary by header are answered by stable',
    ),
  fix: 'put the rule with a match before the rule without one: the first that matches is taken',
};

/** Every hop tries four times: the last service gets sixteen requests for one. */
export const retryStorm: Drill = {
  name: 'retry-storm',
  breaks: 'Two hops in a row retry three times each, and the service behind them begins to fail.',
  prediction: { by: 'check', codes: ['LAB055'] },
  changes: ({ entry, callee }) => [
    ...[entry.routes, callee.routes].map((routes) =>
      change(routes, (content) =>
        editedItems(content, ['spec', 'http'], (rule) => ({
          ...rule,
          retries: { attempts: 3, retryOn: '5xx' },
        })),
      ),
    ),
    change(callee.canary.manifest, (content) => failing(content, '1')),
  ],
  symptom: (scene) => {
    const { namespace, name } = scene.entry.canary;
    const look = {
      kind: 'tries',
      client: `${namespace}/${name}`,
      host: scene.callee.service.host,
      atLeast: 10,
    } as const;
    return pinned(scene, 3, look, 'one request of a user makes more than ten at a service that is in trouble already');
  },
  fix: 'retry on one hop, the one nearest to what fails, and write `attempts: 0` on the others',
};

/** A Deployment whose containers answer a share of the requests with errors. */
export function failing(content: Content, share: string): Content {
  return editedItems(content, ['spec', 'template', 'spec', 'containers'], (container) =>
    edited(container, ['env'], (env) => [
      ...itemsIn(env).filter(({ name }) => name !== 'ERROR_RATE' && name !== 'ERROR_CODE'),
      { name: 'ERROR_RATE', value: share },
      { name: 'ERROR_CODE', value: '500' },
    ]),
  );
}
