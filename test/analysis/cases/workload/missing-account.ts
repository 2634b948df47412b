import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

function pod(account: string): string {
  return `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { serviceAccountName: ${account}, containers: [{ name: web }] }
`;
}

const account = `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
`;

export const missingAccount: CheckCases = {
  code: 'LAB062',
  mutations: {
    'an account that nobody made': change('Deployment', 'spec.template.spec.serviceAccountName', 'nobody'),
  },
  broken: {
    'an account of another namespace': pod('web') + account.replace('namespace: shop', 'namespace: market'),
  },
  clean: {
    'its account': pod('web') + account,
    'the account that every namespace has': pod('default') + account,
    'no account, said with an empty name': pod("''") + account,
    'accounts that are made elsewhere, all of them': pod('web'),
  },
};
