import type { FieldPath, Manifest } from '../manifest/manifest';
import type { HttpRoute } from '../views/virtual-service';

/** Where a rule stands: of a VirtualService, or of what one is made of. */
export interface RulePlace {
  readonly manifest: Manifest;
  readonly path: FieldPath;
}

/** A rule for HTTP and where it stands. */
export interface PlacedRule extends RulePlace {
  readonly rule: HttpRoute;
}

const ofIstio = {
  route: ['route'],
  mirror: ['mirror'],
  mirrors: ['mirrors'],
  timeout: ['timeout'],
  perTryTimeout: ['retries', 'perTryTimeout'],
  attempts: ['retries', 'attempts'],
} as const satisfies Readonly<Record<string, FieldPath>>;

const ofGatewayApi: Readonly<Record<keyof typeof ofIstio, FieldPath>> = {
  route: ['backendRefs'],
  mirror: ['filters'],
  mirrors: ['filters'],
  timeout: ['timeouts'],
  perTryTimeout: ['timeouts', 'backendRequest'],
  attempts: ['retry', 'attempts'],
};

/** A field of a rule: what a VirtualService and an HTTPRoute call by different names. */
export function fieldOf({ manifest, path }: RulePlace, field: keyof typeof ofIstio): FieldPath {
  const names = manifest.group === 'gateway.networking.k8s.io' ? ofGatewayApi : ofIstio;
  return [...path, ...names[field]];
}
