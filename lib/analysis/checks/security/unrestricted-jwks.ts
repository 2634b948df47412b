import type { Check } from '../check';
import { mention } from '../mention';

const variable = 'BLOCKED_CIDRS_IN_JWKS_URIS';

/** Only where istiod is among the files; keys that stand in the policy are fetched from nowhere. */
export const unrestrictedJwks: Check = {
  code: 'IST0175',
  level: 'warning',
  title: 'istiod fetches the keys of tokens from trusted networks alone',
  reason: 'Whoever writes a RequestAuthentication makes istiod ask any address it can reach, inside the cluster too.',
  remedy: `set ${variable} of istiod to the networks of the cluster, or write the keys into jwks`,
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0175/',
  *find(inventory) {
    const fetching = inventory.requestAuthentications.find(({ spec }) =>
      spec.jwtRules.some(({ jwks }) => (jwks ?? '') === ''),
    );
    for (const { manifest, labels, containers, podPath } of fetching === undefined ? [] : inventory.workloads) {
      const isIstiod = manifest.kind === 'Deployment' && (manifest.labels['app'] ?? labels['app']) === 'istiod';
      const isRestricted = containers.some(({ env }) =>
        env.some(({ name, value }) => name === variable && value !== ''),
      );
      if (isIstiod && !isRestricted && fetching !== undefined) {
        const message = `${variable} is not set, and ${mention(fetching.manifest)} lets istiod fetch keys`;
        yield { manifest, path: [...podPath, 'spec', 'containers'], message };
      }
    }
  },
};
