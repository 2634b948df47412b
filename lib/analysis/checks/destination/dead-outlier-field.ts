import type { Check } from '../check';
import { allPolicies } from './policies';

export const deadOutlierField: Check = {
  code: 'LAB013',
  aliases: ['IST0133'],
  level: 'warning',
  title: 'Every threshold of outlier detection has an effect',
  reason:
    'Istio accepts thresholds that it does not use: hosts are ejected by others than those that are read, or not at all.',
  remedy: 'set consecutive5xxErrors',
  link: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection',
  *find(inventory) {
    for (const { rule, policy, path } of allPolicies(inventory)) {
      const at = { manifest: rule.manifest, path: [...path, 'outlierDetection'] };
      const { consecutiveErrors, consecutiveGatewayErrors = 0, consecutive5xxErrors } = policy.outlierDetection ?? {};
      const limit = consecutive5xxErrors ?? 5;
      if (consecutiveErrors !== undefined) {
        const applied = consecutive5xxErrors === undefined ? 'the default of 5 applies' : `${limit} applies`;
        const message = `consecutiveErrors (${consecutiveErrors}) is deprecated and ignored: ${applied}`;
        const remedy = `rename it: consecutive5xxErrors: ${consecutive5xxErrors ?? consecutiveErrors}`;
        yield { ...at, path: [...at.path, 'consecutiveErrors'], message, remedy };
      }
      if (limit > 0 && consecutiveGatewayErrors >= limit) {
        const message = `consecutiveGatewayErrors (${consecutiveGatewayErrors}) never counts that far: each is a 5xx too, and ${limit} of those eject`;
        const remedy = 'set it below consecutive5xxErrors, or remove it';
        yield { ...at, path: [...at.path, 'consecutiveGatewayErrors'], message, remedy };
      }
    }
  },
};
