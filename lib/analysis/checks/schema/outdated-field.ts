import type { Hit } from '../../finding';
import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { Gateway } from '../../views/gateway';
import type { Check } from '../check';

/** A field below `spec`, and what has taken its place; `*` stands for every item. */
type Replaced = readonly [path: string, instead: string];

/** Fields that Istio still takes. */
const outdated = new Map<string, readonly Replaced[]>([
  [
    'networking.istio.io/VirtualService',
    [
      ['http.*.mirrorPercent', 'mirrorPercentage'],
      ['http.*.mirror_percent', 'mirrorPercentage'],
      ['http.*.fault.delay.percent', 'percentage'],
      ['http.*.corsPolicy.allowOrigin', 'allowOrigins'],
    ],
  ],
  ['networking.istio.io/Sidecar', [['outboundTrafficPolicy.egressProxy', 'a VirtualService to the gateway']]],
  [
    'networking.istio.io/DestinationRule',
    ['trafficPolicy', 'subsets.*.trafficPolicy', 'trafficPolicy.portLevelSettings.*'].flatMap((policy): Replaced[] => [
      [`${policy}.loadBalancer.consistentHash.minimumRingSize`, 'ringHash.minimumRingSize'],
      [`${policy}.loadBalancer.warmupDurationSecs`, 'warmup.duration'],
    ]),
  ],
]);

/** What a cluster takes with a warning. */
export const outdatedField: Check = {
  code: 'IST0133',
  aliases: ['IST0002'],
  level: 'warning',
  title: 'No field is deprecated or without effect where it stands',
  reason: 'The API server takes it, and the proxy does something else than it says, now or after the next upgrade.',
  remedy: 'write what has taken its place',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0133/',
  *find({ manifests, gateways }) {
    for (const manifest of manifests) {
      for (const [path, instead] of outdated.get(`${manifest.group}/${manifest.kind}`) ?? []) {
        yield* found(manifest, path, instead);
      }
    }
    for (const gateway of gateways) {
      yield* idleTls(gateway);
    }
  },
};

function* found(manifest: Manifest, path: string, instead: string): Generator<Hit> {
  for (const place of placesOf(manifest.content['spec'], path.split('.'))) {
    const message = `the field \`${String(place.at(-1))}\` is deprecated`;
    yield { manifest, path: ['spec', ...place], message, remedy: `write \`${instead}\`` };
  }
}

function* placesOf(value: unknown, [step, ...rest]: readonly string[]): Generator<FieldPath> {
  if (step === undefined) {
    yield [];
  } else if (step === '*' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* below(index, placesOf(item, rest));
    }
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
    const inside: unknown = Reflect.get(value, step);
    yield* inside === null ? [] : below(step, placesOf(inside, rest));
  }
}

function* below(step: string | number, places: Iterable<FieldPath>): Generator<FieldPath> {
  for (const place of places) {
    yield [step, ...place];
  }
}

/** Without a mode a server passes TLS through, which is easily overlooked beside a certificate. */
function* idleTls({ manifest, spec }: Gateway): Generator<Hit> {
  for (const [index, { tls }] of spec.servers.entries()) {
    const path = ['spec', 'servers', index, 'tls'];
    const { mode = 'PASSTHROUGH', credentialName, serverCertificate, privateKey, caCertificates } = tls ?? {};
    const named = Object.entries({ credentialName, serverCertificate, privateKey, caCertificates });
    const [field] = named.find(([, value]) => value !== undefined) ?? [];
    if (field !== undefined && ['PASSTHROUGH', 'AUTO_PASSTHROUGH'].includes(mode)) {
      const message = `with ${tls?.mode === undefined ? 'no mode' : `mode ${mode}`} TLS is passed through, and \`${field}\` is not used`;
      yield { manifest, path: [...path, field], message, remedy: 'write mode: SIMPLE or MUTUAL, or remove the field' };
    }
  }
}
