import type { Inventory } from '../../inventory/inventory';
import { type Claim, rivalDefaults, rivalSelectors } from '../../inventory/rivals';
import { isTargeted } from '../../authorization/attachment';
import type { Check } from '../check';
import { mention } from '../mention';

const link = 'https://istio.io/latest/docs/reference/config/telemetry/';

export const rivalTelemetry: Check = {
  code: 'IST0159',
  aliases: ['KIA0003'],
  level: 'error',
  title: 'A workload is selected by one Telemetry',
  reason: 'Istio obeys the oldest of several: logs, traces or metrics that another asks for are missing.',
  remedy: 'give the two selectors that have no pods in common, or make one of them',
  link,
  *find(inventory) {
    for (const { manifest, first, workload } of rivalSelectors(inventory, claims(inventory))) {
      const message = `${mention(first)} selects ${mention(workload.manifest)} too; one of the two is ignored for it`;
      yield { manifest, path: ['spec', 'selector'], message };
    }
  },
};

/** One that is bound to gateways or Services by name is not for the whole namespace. */
export const rivalDefaultTelemetry: Check = {
  code: 'IST0160',
  aliases: ['KIA0002'],
  level: 'error',
  title: 'A namespace has one Telemetry without a selector',
  reason: 'Istio obeys the oldest of several: logs, traces or metrics that another asks for are missing.',
  remedy: 'make one of the two: logs, traces and metrics can stand in the same Telemetry',
  link,
  *find(inventory) {
    for (const { manifest, first } of rivalDefaults(claims(inventory))) {
      const message = `${mention(first)} is for the whole namespace too; one of the two is ignored`;
      yield { manifest, path: ['spec'], message };
    }
  },
};

function claims({ telemetries }: Inventory): Claim[] {
  return telemetries
    .filter((telemetry) => !isTargeted(telemetry))
    .map(({ manifest, spec }) => ({ manifest, labels: spec.selector?.matchLabels ?? {} }));
}
