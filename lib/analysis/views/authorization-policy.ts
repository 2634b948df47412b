import type * as z from 'zod';
import { fields, item, list, text, words } from '../manifest/lenient';
import { labelSelector, targetReference } from './selector';
import { viewerOf } from './view';

const source = fields({
  principals: words,
  notPrincipals: words,
  requestPrincipals: words,
  notRequestPrincipals: words,
  namespaces: words,
  notNamespaces: words,
  serviceAccounts: words,
  notServiceAccounts: words,
  trustDomains: words,
  notTrustDomains: words,
  ipBlocks: words,
  notIpBlocks: words,
  remoteIpBlocks: words,
  notRemoteIpBlocks: words,
});
const operation = fields({
  hosts: words,
  notHosts: words,
  ports: words,
  notPorts: words,
  methods: words,
  notMethods: words,
  paths: words,
  notPaths: words,
});
const rule = item({
  from: list(item({ source })),
  to: list(item({ operation })),
  when: list(item({ key: text, values: words, notValues: words })),
});

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
export const authorizationPolicy = viewerOf('security.istio.io', 'AuthorizationPolicy', {
  selector: labelSelector,
  targetRef: fields(targetReference),
  targetRefs: list(item(targetReference)),
  action: text,
  provider: fields({ name: text }),
  rules: list(rule),
});

export type AuthorizationPolicy = ReturnType<typeof authorizationPolicy.view>;
export type AuthorizationRule = z.output<typeof rule>;
export type AuthorizationSource = NonNullable<z.output<typeof source>>;
export type AuthorizationOperation = NonNullable<z.output<typeof operation>>;

/** ALLOW, DENY, CUSTOM or AUDIT: what a policy does with what its rules match; ALLOW if it does not say. */
export function actionOf({ spec }: AuthorizationPolicy): string {
  return spec.action ?? 'ALLOW';
}
