import { fields, item, list, mapping, text, words } from '../manifest/lenient';
import { labelSelector, targetReference } from './selector';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/security/peer_authentication/ */
export const peerAuthentication = viewerOf('security.istio.io', 'PeerAuthentication', {
  selector: labelSelector,
  mtls: fields({ mode: text }),
  portLevelMtls: mapping(item({ mode: text })),
});

/** @see https://istio.io/latest/docs/reference/config/security/request_authentication/ */
export const requestAuthentication = viewerOf('security.istio.io', 'RequestAuthentication', {
  selector: labelSelector,
  targetRef: fields(targetReference),
  targetRefs: list(item(targetReference)),
  jwtRules: list(item({ issuer: text, audiences: words, jwksUri: text, jwks: text })),
});

export type PeerAuthentication = ReturnType<typeof peerAuthentication.view>;
export type RequestAuthentication = ReturnType<typeof requestAuthentication.view>;
