import type { Inventory } from '../../inventory/inventory';
import { type Claim, rivalDefaults, rivalSelectors } from '../../inventory/rivals';
import type { Check } from '../check';
import { mention } from '../mention';
import { selectorOf } from '../../views/sidecar';

const link = 'https://istio.io/latest/docs/reference/config/networking/sidecar/';

export const rivalScope: Check = {
  code: 'IST0110',
  aliases: ['KIA0003'],
  level: 'error',
  title: 'A workload is selected by one Sidecar',
  reason: 'A proxy obeys one of several, and which one is undefined: hosts disappear for some pods.',
  remedy: 'give the two selectors that have no pods in common, or make one of them',
  link,
  *find(inventory) {
    for (const { manifest, first, workload } of rivalSelectors(inventory, claims(inventory))) {
      const message = `${mention(first)} selects ${mention(workload.manifest)} too; it is undefined which of them counts`;
      yield { manifest, path: ['spec', 'workloadSelector'], message };
    }
  },
};

export const rivalDefaultScope: Check = {
  code: 'IST0111',
  aliases: ['KIA0002'],
  level: 'error',
  title: 'A namespace has one Sidecar without a selector',
  reason: 'A proxy obeys one of several, and which one is undefined: hosts disappear for the whole namespace.',
  remedy: 'keep one of the two, or give one a workloadSelector',
  link,
  *find(inventory) {
    for (const { manifest, first } of rivalDefaults(claims(inventory))) {
      const message = `${mention(first)} scopes the whole namespace too; it is undefined which of them counts`;
      yield { manifest, path: ['spec'], message };
    }
  },
};

function claims({ sidecars }: Inventory): Claim[] {
  return sidecars.map((sidecar) => ({ manifest: sidecar.manifest, labels: selectorOf(sidecar) }));
}
