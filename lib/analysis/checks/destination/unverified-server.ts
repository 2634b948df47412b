import type { Hit } from '../../finding';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { allShares } from '../../routing/destinations';
import type { RouteSource } from '../../routing/rules';
import type { DestinationRule } from '../../views/destination-rule';
import { isForMesh } from '../../views/virtual-service';
import type { Check } from '../check';
import { isGatewayProxy } from '../gateway/proxies';
import { allPolicies } from './policies';

/**
 * Names to expect, or a word that nothing is checked, are a decision: there is nothing to find. A Secret is one for gateways alone:
 * a sidecar that is to read one sends no TLS at all, unless the rule selects its pods.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/cluster_tls.go buildUpstreamClusterTLSContext
 */
export const unverifiedServer: Check = {
  code: 'IST0128',
  aliases: ['IST0129'],
  level: 'warning',
  title: 'Clients know whose certificate they accept',
  reason:
    'Without certificates of its authorities, a server’s certificate may be anybody’s: of any public authority, or not checked at all.',
  remedy: 'set caCertificates, credentialName or subjectAltNames; insecureSkipVerify: true if nobody shall check',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0128/',
  *find(inventory) {
    for (const { rule, policy, path } of allPolicies(inventory)) {
      const { mode = '', caCertificates, credentialName, subjectAltNames = [], insecureSkipVerify } = policy.tls ?? {};
      const isDecided = [caCertificates, credentialName, insecureSkipVerify].some(
        (value) => value !== undefined && value !== '',
      );
      if (['SIMPLE', 'MUTUAL'].includes(mode) && !isDecided && subjectAltNames.length === 0) {
        const message = `TLS in mode ${mode} to ${rule.spec.host ?? ''}, and nothing says whose certificate is right`;
        yield { manifest: rule.manifest, path: [...path, 'tls', 'mode'], message };
      }
      if (['SIMPLE', 'MUTUAL'].includes(mode) && credentialName !== undefined && isForSidecars(inventory, rule)) {
        yield { manifest: rule.manifest, path: [...path, 'tls', 'credentialName'], ...unread(rule) };
      }
    }
  },
};

function unread({ spec }: DestinationRule): Pick<Hit, 'message' | 'remedy' | 'level'> {
  return {
    level: 'error',
    message: `sidecars read no Secret for a rule without workloadSelector: they send plain text to ${spec.host ?? ''}`,
    remedy:
      'select the pods by workloadSelector, name files (caCertificates), or keep the rule to gateways by exportTo',
  };
}

/**
 * Whether sidecars may use a rule: it is not kept to a namespace whose proxies are gateways, and no route leads sidecars elsewhere, as
 * to an egress gateway.
 */
function isForSidecars(inventory: Inventory, { manifest: { namespace }, spec }: DestinationRule): boolean {
  const host = qualified(spec.host ?? '', namespace);
  const proxies = inventory.pods.in(namespace).filter((workload) => inventory.isMeshed(workload));
  const isKept = spec.exportTo.length > 0 && spec.exportTo.every((entry) => entry === '.' || entry === namespace);
  const isOfGateways = proxies.length > 0 && proxies.every((workload) => isGatewayProxy(inventory, workload));
  const routes = configurationOf(inventory).routesFor(host).filter(isForMesh);
  const isLedElsewhere = routes.length > 0 && !routes.some((route) => leadsSidecarsTo(route, host));
  return spec.workloadSelector === undefined && !(isKept && isOfGateways) && !isLedElsewhere;
}

function leadsSidecarsTo(route: RouteSource, host: string): boolean {
  return allShares([route]).some(
    ({ manifest, match, destinations }) =>
      (match.length === 0 || match.some(({ gateways }) => gateways.length === 0 || gateways.includes('mesh'))) &&
      destinations.some(({ destination }) => qualified(destination?.host ?? '', manifest.namespace) === host),
  );
}
