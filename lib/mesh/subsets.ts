import { Construct } from 'constructs';
import {
  DestinationRule,
  type DestinationRuleSpecTrafficPolicy,
  DestinationRuleSpecTrafficPolicyConnectionPoolHttpH2UpgradePolicy as H2UpgradePolicy,
} from '../../imports/networking.istio.io';
import { serviceLabels } from '../model/labels';
import { hostOf, type Release, releasesOf, type Service } from '../model/service';
import { trafficPolicyOf } from '../model/service-defaults';
import type { ConnectionPool, Ejection, TrafficPolicy } from '../model/traffic-policy';

export interface SubsetsProps {
  readonly service: Service;
  /** Namespaces whose proxies use the rule: those of the callers. */
  readonly visibleIn: readonly string[];
}

/**
 * The DestinationRule of a service: one subset per release, and how clients pool and eject.
 * TLS is left out on purpose: Istio then uses mTLS wherever the other side has a sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export class Subsets extends Construct {
  constructor(scope: Construct, id: string, { service, visibleIn }: SubsetsProps) {
    super(scope, id);
    new DestinationRule(this, 'rule', {
      metadata: { name: `${service.name}-dr`, labels: serviceLabels(service) },
      spec: {
        host: hostOf(service),
        exportTo: [...visibleIn],
        trafficPolicy: trafficPolicy(trafficPolicyOf(service)),
        subsets: releasesOf(service).map(subset),
      },
    });
  }
}

function subset(release: Release): { name: string; labels: Record<string, string> } {
  return { name: release.name, labels: { version: release.name } };
}

function trafficPolicy(policy: TrafficPolicy): DestinationRuleSpecTrafficPolicy {
  return { connectionPool: connectionPool(policy.connectionPool), outlierDetection: outlierDetection(policy.ejection) };
}

function connectionPool(pool: ConnectionPool): NonNullable<DestinationRuleSpecTrafficPolicy['connectionPool']> {
  return {
    ...(pool.maxConnections === undefined ? {} : { tcp: { maxConnections: pool.maxConnections } }),
    http: {
      http1MaxPendingRequests: pool.maxPendingRequests,
      ...(pool.maxRequests === undefined ? {} : { http2MaxRequests: pool.maxRequests }),
      ...(pool.maxRequestsPerConnection === undefined
        ? {}
        : { maxRequestsPerConnection: pool.maxRequestsPerConnection }),
      ...(pool.upgradeToHttp2 === undefined
        ? {}
        : {
            h2UpgradePolicy: pool.upgradeToHttp2
              ? H2UpgradePolicy.UPGRADE
              : H2UpgradePolicy.DO_UNDERSCORE_NOT_UNDERSCORE_UPGRADE,
          }),
    },
  };
}

function outlierDetection(ejection: Ejection): NonNullable<DestinationRuleSpecTrafficPolicy['outlierDetection']> {
  return {
    consecutive5XxErrors: ejection.consecutive5xx,
    interval: ejection.interval,
    baseEjectionTime: ejection.baseTime,
    maxEjectionPercent: ejection.maxPercent,
  };
}
