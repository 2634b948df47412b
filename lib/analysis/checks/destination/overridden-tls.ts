import { hostMatches, qualified } from '../../inventory/hosts';
import { areSeenTogether } from '../../inventory/visibility';
import type { DestinationRule } from '../../views/destination-rule';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * A rule for a host takes the place of one for a wildcard; nothing of the two is put together. The
 * mesh's own mutual TLS (ISTIO_MUTUAL) is lost only where proxies do not start it by themselves.
 */
export const overriddenTls: Check = {
  code: 'KIA0204',
  level: 'warning',
  title: 'A DestinationRule keeps the mutual TLS of the wildcard that it takes the place of',
  reason: 'Of two rules the one of the narrower host counts alone: without tls of its own it takes mutual TLS back.',
  remedy: 'repeat the tls of the wildcard’s rule in trafficPolicy',
  link: 'https://kiali.io/docs/features/validations/#kia0204---mtls-settings-of-a-non-local-destination-rule-are-overridden',
  *find({ destinationRules, mesh }) {
    const lost = mesh.isAutoMutualTls ? ['MUTUAL'] : ['MUTUAL', 'ISTIO_MUTUAL'];
    const wildcards = destinationRules.filter(
      ({ spec }) => spec.host?.startsWith('*') === true && lost.includes(spec.trafficPolicy?.tls?.mode ?? ''),
    );
    for (const rule of wildcards.length === 0 ? [] : destinationRules.filter(saysNothingOfTls)) {
      const { manifest, spec } = rule;
      const host = qualified(spec.host ?? '', manifest.namespace);
      const wider = wildcards.find((wildcard) => isOverridden(wildcard, rule, host));
      if (wider !== undefined) {
        const message = `${mention(wider.manifest)} wants ${wider.spec.trafficPolicy?.tls?.mode ?? ''} for ${wider.spec.host ?? ''}, and nothing here says so for ${host}`;
        yield { manifest, path: ['spec', 'trafficPolicy'], message };
      }
    }
  },
};

function saysNothingOfTls({ spec: { trafficPolicy } }: DestinationRule): boolean {
  return [trafficPolicy, ...(trafficPolicy?.portLevelSettings ?? [])].every((policy) => policy?.tls === undefined);
}

function isOverridden(wildcard: DestinationRule, rule: DestinationRule, host: string): boolean {
  const [one, other] = [wildcard, rule].map(({ manifest: { namespace }, spec: { exportTo } }) => ({
    namespace,
    exportTo,
  }));
  const isNarrower = wildcard.spec.host !== host && hostMatches(wildcard.spec.host ?? '', host);
  return isNarrower && one !== undefined && other !== undefined && areSeenTogether(one, other);
}
