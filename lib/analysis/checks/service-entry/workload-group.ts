import type { Check } from '../check';
import { mention } from '../mention';

const link = 'https://istio.io/latest/docs/reference/config/networking/workload-group/';

export const missingGroupAccount: Check = {
  code: 'KIA1701',
  level: 'warning',
  title: 'The account of a WorkloadGroup exists',
  reason: 'Machines of the group get their certificates with a token of the account: without it they can not join.',
  remedy: 'create the ServiceAccount in the namespace of the group',
  link,
  *find(inventory) {
    for (const { manifest, spec } of inventory.workloadGroups) {
      const account = spec.template?.serviceAccount ?? 'default';
      if (
        !['', 'default'].includes(account) &&
        inventory.named('', 'ServiceAccount', manifest.namespace, account) === undefined
      ) {
        const message = `there is no ServiceAccount ${account} in namespace ${manifest.namespace}`;
        yield { manifest, path: ['spec', 'template', 'serviceAccount'], message };
      }
    }
  },
};

export const rivalGroup: Check = {
  code: 'KIA1702',
  level: 'warning',
  title: 'WorkloadGroups of a namespace have labels of their own',
  reason: 'Machines of two groups with the same labels can not be told apart by Services and policies.',
  remedy: 'give one of the groups another label',
  link,
  *find({ workloadGroups }) {
    const firsts = new Map<string, (typeof workloadGroups)[number]>();
    for (const group of workloadGroups) {
      const labels = Object.entries(group.spec.metadata?.labels ?? {}).map((label) => label.join('='));
      const key = [group.manifest.namespace, ...labels.sort()].join(' ');
      const first = firsts.get(key);
      firsts.set(key, first ?? group);
      if (first !== undefined && labels.length > 0) {
        const message = `${mention(first.manifest)} has the same labels`;
        yield { manifest: group.manifest, path: ['spec', 'metadata', 'labels'], message };
      }
    }
  },
};
