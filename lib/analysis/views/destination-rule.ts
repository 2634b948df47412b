import { fields, flag, item, list, number, scalarLabels, text, words } from '../manifest/lenient';
import { labelSelector } from './selector';
import { viewerOf } from './view';

const policyOfPort = {
  tls: fields({
    mode: text,
    caCertificates: text,
    clientCertificate: text,
    privateKey: text,
    credentialName: text,
    sni: text,
    subjectAltNames: words,
    insecureSkipVerify: flag,
  }),
  connectionPool: fields({
    tcp: fields({ maxConnections: number, connectTimeout: text }),
    http: fields({
      http1MaxPendingRequests: number,
      http2MaxRequests: number,
      maxRequestsPerConnection: number,
      maxRetries: number,
      h2UpgradePolicy: text,
    }),
  }),
  outlierDetection: fields({
    consecutiveErrors: number,
    consecutive5xxErrors: number,
    consecutiveGatewayErrors: number,
    consecutiveLocalOriginFailures: number,
    splitExternalLocalOriginErrors: flag,
    interval: text,
    baseEjectionTime: text,
    maxEjectionPercent: number,
    minHealthPercent: number,
  }),
  loadBalancer: fields({
    simple: text,
    consistentHash: fields({ httpHeaderName: text, httpQueryParameterName: text, httpCookie: fields({}) }),
    localityLbSetting: fields({ enabled: flag, failover: list(item({})), failoverPriority: words }),
  }),
};

const trafficPolicy = fields({
  ...policyOfPort,
  portLevelSettings: list(item({ port: fields({ number }), ...policyOfPort })),
});

/** @see https://istio.io/latest/docs/reference/config/networking/destination-rule/ */
export const destinationRule = viewerOf('networking.istio.io', 'DestinationRule', {
  host: text,
  exportTo: words,
  workloadSelector: labelSelector,
  trafficPolicy,
  subsets: list(item({ name: text, labels: scalarLabels, trafficPolicy })),
});

export type DestinationRule = ReturnType<typeof destinationRule.view>;
export type TrafficPolicy = NonNullable<DestinationRule['spec']['trafficPolicy']>;
