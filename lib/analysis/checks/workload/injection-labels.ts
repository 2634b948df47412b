import { asksForAmbient, dataplaneMode } from '../../views/dataplane';
import type { Check } from '../check';

/** A label that switches something off stands against no other. */
export const injectionLabels: Check = {
  code: 'IST0123',
  level: 'warning',
  title: 'A namespace says in one way how its pods join the mesh',
  reason:
    'Of two labels one is passed over: istio-injection goes before a revision, and ambient waits behind a sidecar.',
  remedy: 'keep one of the labels',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0123/',
  *find(inventory) {
    for (const manifest of inventory.ofKind('', 'Namespace')) {
      const { labels } = manifest;
      const injection = labels['istio-injection'];
      const set = [
        ...(injection === 'enabled' ? ['istio-injection'] : []),
        ...(labels['istio.io/rev'] === undefined ? [] : ['istio.io/rev']),
        ...(asksForAmbient(labels) ? [dataplaneMode] : []),
      ];
      const [, second] = set;
      if (second !== undefined && injection !== 'disabled') {
        const message = `the labels ${set.map((key) => `${key}=${labels[key] ?? ''}`).join(' and ')} stand side by side`;
        yield { manifest, path: ['metadata', 'labels', second], message };
      }
    }
  },
};
