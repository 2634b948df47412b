import { selects } from '../../views/selector';
import type { Check } from '../check';
import { conditionsOf } from './selector-text';

/** A Job’s selector is made up by the API server; one without a condition is the schema’s business. */
export const foreignSelector: Check = {
  code: 'LAB063',
  level: 'error',
  title: 'Every controller selects its own pods',
  reason: 'The API server refuses a controller whose selector does not fit the labels of its template.',
  remedy: 'repeat the labels of spec.selector in spec.template.metadata.labels',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *find({ workloads }) {
    for (const { manifest, kind, selector, labels } of workloads) {
      if (kind !== 'Job' && selector !== undefined && !selects(selector, labels)) {
        const message = `its own pods do not fit the selector ${conditionsOf(selector).join(', ')}`;
        yield { manifest, path: ['spec', 'selector'], message };
      }
    }
  },
};
