import type { FieldPath } from '../../../manifest/manifest';
import type { DestinationRule, TrafficPolicy } from '../../../views/destination-rule';
import type { SchemaRule } from './rule';

type PolicyOfPort = TrafficPolicy['portLevelSettings'][number];

interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly remedy: string;
}

/** Policies of traffic say something, and nothing that contradicts itself. */
export const trafficPolicy: SchemaRule = function* find({ destinationRules }) {
  for (const rule of destinationRules) {
    for (const [path, policy] of policiesOf(rule)) {
      for (const fault of [...faultsOfDetection(policy), ...faultsOfPool(policy), ...faultsOfTls(policy)]) {
        yield { manifest: rule.manifest, ...fault, path: [...path, ...fault.path] };
      }
    }
  }
};

function* policiesOf({ spec }: DestinationRule): Generator<[FieldPath, PolicyOfPort]> {
  const found = spec.subsets.map(({ trafficPolicy }, index) => ({ path: ['spec', 'subsets', index], trafficPolicy }));
  for (const { path, trafficPolicy } of [{ path: ['spec'], trafficPolicy: spec.trafficPolicy }, ...found]) {
    if (trafficPolicy !== undefined) {
      yield [[...path, 'trafficPolicy'], trafficPolicy];
      for (const [index, policy] of trafficPolicy.portLevelSettings.entries()) {
        yield [[...path, 'trafficPolicy', 'portLevelSettings', index], policy];
      }
    }
  }
}

function* faultsOfDetection({ outlierDetection: detection }: PolicyOfPort): Generator<Fault> {
  const failures = detection?.consecutiveLocalOriginFailures ?? 0;
  if (failures > 0 && detection?.splitExternalLocalOriginErrors !== true) {
    yield {
      path: ['outlierDetection', 'consecutiveLocalOriginFailures'],
      message: 'failures of local origin are counted only where splitExternalLocalOriginErrors is true',
      remedy: 'set splitExternalLocalOriginErrors: true, or leave the field out',
    };
  }
  const { maxEjectionPercent, minHealthPercent } = detection ?? {};
  for (const [field, value = 0] of Object.entries({ maxEjectionPercent, minHealthPercent })) {
    if (value < 0 || value > 100) {
      const message = `${value} is no percentage`;
      yield { path: ['outlierDetection', field], message, remedy: 'write 0 to 100' };
    }
  }
}

function* faultsOfPool({ connectionPool: pool }: PolicyOfPort): Generator<Fault> {
  if (pool !== undefined && pool.tcp === undefined && pool.http === undefined) {
    yield { path: ['connectionPool'], message: 'the pool has neither tcp nor http', remedy: 'give it limits' };
  }
  const { http1MaxPendingRequests, http2MaxRequests, maxRequestsPerConnection, maxRetries } = pool?.http ?? {};
  const limits = Object.entries({ http1MaxPendingRequests, http2MaxRequests, maxRequestsPerConnection, maxRetries });
  const negative = [
    ...limits.map(([field, value = 0]) => ({ path: ['connectionPool', 'http', field], value })),
    { path: ['connectionPool', 'tcp', 'maxConnections'], value: pool?.tcp?.maxConnections ?? 0 },
  ].filter(({ value }) => value < 0);
  yield* negative.map(({ path, value }) => ({ path, message: `${value} is negative`, remedy: 'write 0 or more' }));
}

/** With a credential, the certificates come from its Secret; without one, MUTUAL needs files. */
function* faultsOfTls({ tls }: PolicyOfPort): Generator<Fault> {
  const { mode, credentialName, caCertificates, clientCertificate, privateKey } = tls ?? {};
  const files = Object.entries({ caCertificates, clientCertificate, privateKey }).filter(
    ([, file]) => file !== undefined,
  );
  const names = files.map(([name]) => name).join(', ');
  if ((mode === 'SIMPLE' || mode === 'MUTUAL') && credentialName !== undefined && files.length > 0) {
    const message = `credentialName already names the certificates, so ${names} may not be given`;
    yield { path: ['tls'], message, remedy: 'keep one of the two' };
  } else if (mode === 'MUTUAL' && credentialName === undefined && (clientCertificate ?? '') === '') {
    const message = 'mode MUTUAL presents a certificate, and none is named';
    yield { path: ['tls'], message, remedy: 'give credentialName, or clientCertificate and privateKey' };
  } else if (mode === 'MUTUAL' && credentialName === undefined && (privateKey ?? '') === '') {
    const message = 'mode MUTUAL needs the key of its certificate, and none is named';
    yield { path: ['tls', 'clientCertificate'], message, remedy: 'give privateKey' };
  }
}
