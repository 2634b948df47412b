/**
 * How texts of rules stand for others.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/matcher/string.go
 */
import type { Identity } from './identity';

/** Itself, `prefix*`, `*suffix`, or `*` for everything that is not empty. */
export function matchesText(pattern: string, text: string): boolean {
  if (pattern === '*') {
    return text !== '';
  }
  if (pattern.startsWith('*')) {
    return text.endsWith(pattern.slice(1));
  }
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

/** As texts match, whatever the case of letters. A port in the Host header is part of it. */
export function matchesHost(pattern: string, host: string): boolean {
  return matchesText(pattern.toLowerCase(), host.toLowerCase());
}

/**
 * As texts match, or by a template: `{*}` is one segment, `{**}` any number of them, at the end.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
export function matchesPath(pattern: string, path: string): boolean {
  return isTemplate(pattern) ? matchesTemplate(pattern.split('/'), path.split('/')) : matchesText(pattern, path);
}

export function isTemplate(pattern: string): boolean {
  return pattern.includes('{*}') || pattern.includes('{**}');
}

function matchesTemplate(wanted: readonly string[], found: readonly string[]): boolean {
  const end = wanted.indexOf('{**}');
  if (end < 0) {
    return wanted.length === found.length && wanted.every((segment, index) => isSegment(segment, found[index]));
  }
  const tail = wanted.slice(end + 1);
  const start = found.length - tail.length;
  return (
    start > end &&
    wanted.slice(0, end).every((segment, index) => isSegment(segment, found[index])) &&
    found.slice(end, start).every((segment) => segment === '' || pathSegment.test(segment)) &&
    tail.every((segment, index) => isSegment(segment, found[start + index]))
  );
}

/**
 * What the standard allows, and what proxies escape before they look.
 * @see https://datatracker.ietf.org/doc/html/rfc3986#appendix-A
 */
const pathSegment = /^[\w.~%!$&'()*+,;:@=|"^<>`{}-]+$/;

function isSegment(wanted: string, found: string | undefined): boolean {
  return wanted === '{*}' ? found !== undefined && pathSegment.test(found) : wanted === found;
}

function principalOf({ trustDomain, namespace, serviceAccount }: Identity): string {
  return `${trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}

/**
 * A principal is matched as a text, and a star alone needs one to be there. `cluster.local` and the
 * aliases of the mesh stand for its trust domain, whatever that is.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/trustdomain/bundle.go
 */
export function matchesPrincipal(pattern: string, identity: Identity): boolean {
  const [domain = '', ...rest] = pattern.split('/');
  const isNamed = domain === 'cluster.local' || identity.aliases.some((alias) => matchesText(domain, alias));
  const isLocal = isNamed && domain !== '*' && rest.length === 4;
  return matchesText(isLocal ? [identity.trustDomain, ...rest].join('/') : pattern, principalOf(identity));
}

/** Stars may stand anywhere in the name of a namespace. */
export function matchesNamespace(pattern: string, { namespace }: Pick<Identity, 'namespace'>): boolean {
  return matchesParts(`*/ns/${pattern}/*`.split('*'), `spiffe:///ns/${namespace}/sa/`);
}

/** Whether all parts stand in a text one after another, the first at its start and the last at its end. */
function matchesParts(parts: readonly string[], text: string): boolean {
  const last = parts.at(-1) ?? '';
  let place = 0;
  for (const part of parts.slice(0, -1)) {
    const found = text.indexOf(part, place);
    if (found < 0) {
      return false;
    }
    place = found + part.length;
  }
  return text.startsWith(parts[0] ?? '') && text.endsWith(last) && text.length - last.length >= place;
}

/** `name`, of the namespace of the policy, or `namespace/name`. */
export function matchesServiceAccount(pattern: string, identity: Identity, ownNamespace: string): boolean {
  const { namespace, serviceAccount } = identity;
  return (pattern.includes('/') ? pattern : `${ownNamespace}/${pattern}`) === `${namespace}/${serviceAccount}`;
}

/** Like a text, but a star stands for no slash, of which a trust domain has none. An alias is as good as the name. */
export function matchesTrustDomain(pattern: string, { trustDomain, aliases }: Identity): boolean {
  return matchesText(pattern, trustDomain) || aliases.includes(pattern);
}
