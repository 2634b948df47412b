import { isAssumed } from '../../inventory/assumed';
import type { Check } from '../check';

/** Accounts may be made elsewhere: one is missing where the files hold others. */
export const missingAccount: Check = {
  code: 'LAB062',
  level: 'error',
  title: 'Every account that pods run under exists',
  reason: 'The API server makes no pod of an account that is not there: the Deployment stays at 0 pods.',
  remedy: 'write the ServiceAccount, or name one that is there',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  *find(inventory) {
    const accounts = inventory.ofKind('', 'ServiceAccount').filter((account) => !isAssumed(account));
    const areWritten = accounts.length > 0;
    for (const { manifest, namespace, serviceAccount, podPath } of areWritten ? inventory.workloads : []) {
      const isMade = inventory.named('', 'ServiceAccount', namespace, serviceAccount) !== undefined;
      if (!['', 'default'].includes(serviceAccount) && !isMade) {
        const message = `there is no ServiceAccount ${serviceAccount} in namespace ${namespace}`;
        yield { manifest, path: [...podPath, 'spec', 'serviceAccountName'], message };
      }
    }
  },
};
