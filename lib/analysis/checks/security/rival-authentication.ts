import type { Inventory } from '../../inventory/inventory';
import { type Claim, rivalDefaults, rivalSelectors } from '../../inventory/rivals';
import type { Check } from '../check';
import { mention } from '../mention';

const link = 'https://istio.io/latest/docs/concepts/security/#peer-authentication';

/**
 * Policies of authorization and of request authentication add up, however many there are; of mutual
 * TLS a workload obeys one of each reach, the oldest, which no file shows.
 */
export const rivalDefaultAuthentication: Check = {
  code: 'KIA0002',
  level: 'error',
  title: 'A namespace has one PeerAuthentication without a selector',
  reason: 'Istio obeys the oldest of several, and drops the others without a word.',
  remedy: 'keep one of the two',
  link,
  *find(inventory) {
    for (const { manifest, first } of rivalDefaults(claims(inventory))) {
      const message = `${mention(first)} sets mutual TLS for the whole namespace too; one of the two is ignored`;
      yield { manifest, path: ['spec'], message };
    }
  },
};

export const rivalAuthentication: Check = {
  code: 'KIA0003',
  level: 'error',
  title: 'A workload is selected by one PeerAuthentication',
  reason: 'Istio obeys the oldest of several, and drops the others without a word.',
  remedy: 'give the two selectors that have no pods in common, or make one of them',
  link,
  *find(inventory) {
    for (const { manifest, first, workload } of rivalSelectors(inventory, claims(inventory))) {
      const message = `${mention(first)} selects ${mention(workload.manifest)} too; one of the two is ignored for it`;
      yield { manifest, path: ['spec', 'selector'], message };
    }
  },
};

function claims({ peerAuthentications }: Inventory): Claim[] {
  return peerAuthentications.map(({ manifest, spec }) => ({ manifest, labels: spec.selector?.matchLabels ?? {} }));
}
