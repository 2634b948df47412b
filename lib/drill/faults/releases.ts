import { change } from '../change';
import type { Drill } from '../drill';
import { edited, editedItems, mappingIn } from '../edit';
import { pinned } from '../requests';
import { failing } from './routes';

/** Somebody scales the canary down while routes lead to it. */
export const noCanaryPods: Drill = {
  name: 'no-canary-pods',
  breaks: 'The canary is scaled to nothing while routes still lead to it.',
  prediction: { by: 'check', codes: ['LAB012'] },
  changes: ({ entry }) => [change(entry.canary.manifest, (content) => edited(content, ['spec', 'replicas'], () => 0))],
  symptom: (scene) =>
    pinned(scene, 10, { kind: 'status', statuses: [503] }, 'every request for the canary is answered with 503'),
  fix: 'send the traffic away first (`lab canary rollback`), scale down afterwards',
};

/** The subset is there, and its labels are nobody's. */
export const emptySubset: Drill = {
  name: 'empty-subset',
  breaks: 'A subset asks for a label that no pod has.',
  prediction: { by: 'check', codes: ['KIA0203'] },
  changes: ({ entry }) => [
    change(entry.destination, (content) =>
      editedItems(content, ['spec', 'subsets'], (subset) =>
        subset['name'] === entry.subset
          ? edited(subset, ['labels'], (labels) =>
              Object.fromEntries(Object.entries(mappingIn(labels)).map(([key, value]) => [key, `${String(value)}-v2`])),
            )
          : subset,
      ),
    ),
  ],
  symptom: (scene) =>
    pinned(scene, 10, { kind: 'status', statuses: [503] }, 'every request for the canary is answered with 503'),
  fix: 'write the labels that the pod template of the release has',
};

/** Two pods, and at most a tenth of them may go. */
export const breakerCannotEject: Drill = {
  name: 'breaker-cannot-eject',
  breaks: 'Outlier detection may eject 10 % of two pods, which is none, and the canary begins to fail.',
  prediction: { by: 'check', codes: ['LAB014'] },
  changes: ({ entry }) => [
    change(entry.destination, (content) =>
      edited(content, ['spec', 'trafficPolicy', 'outlierDetection', 'maxEjectionPercent'], () => 10),
    ),
    change(entry.canary.manifest, (content) => failing(content, '1')),
  ],
  symptom: (scene) =>
    pinned(
      scene,
      30,
      { kind: 'no ejection', status: 500, host: scene.entry.service.host },
      'pods that answer nothing but errors stay in: ten times the threshold, and none is ejected',
    ),
  fix: 'set `maxEjectionPercent` to at least 100 / replicas',
};

/** What no file shows: only who measures sees it. */
export const badCanary: Drill = {
  name: 'bad-canary',
  breaks: 'The new release answers one request in five with an error.',
  prediction: {
    by: 'gate',
    because: 'no file shows how a process answers; the gate compares both releases and rolls back',
  },
  changes: ({ entry }) => [change(entry.canary.manifest, (content) => failing(content, '0.2'))],
  symptom: (scene) =>
    pinned(
      scene,
      60,
      { kind: 'errors', status: 500 },
      'about one in five requests for the canary is answered with 500',
    ),
  fix: 'roll back: `lab canary rollback`; the gate of `lab canary promote` does it by itself',
};
