import type { CheckCases } from '../../check-cases';
import { addFrom, change, copyOf } from '../../mutation';

const group = (name: string, labels: string, template = ''): string => `
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: ${name}, namespace: shop }
spec: { metadata: { labels: { ${labels} } }, template: { ${template} } }
---`;

export const missingGroupAccount: CheckCases = {
  code: 'KIA1701',
  mutations: { 'an account that is not there': change('WorkloadGroup', 'spec.template.serviceAccount', 'nobody') },
  broken: {
    'an account that is not there': group('vm', 'app: vm', 'serviceAccount: vm'),
  },
  clean: {
    'the account of every namespace': group('vm', 'app: vm', 'serviceAccount: default'),
    'no account named': group('vm', 'app: vm'),
  },
};

export const rivalGroup: CheckCases = {
  code: 'KIA1702',
  mutations: { 'a second group': addFrom('WorkloadGroup', (original) => copyOf(original, 'second')) },
  broken: { 'the same labels in another order': group('one', 'a: x, b: y') + group('other', 'b: y, a: x') },
  clean: {
    'more labels': group('one', 'app: vm') + group('other', 'app: vm, zone: b'),
    'no labels': group('one', '') + group('other', ''),
    'two namespaces': group('one', 'app: vm') + group('one', 'app: vm').replace('shop', 'store'),
  },
};
