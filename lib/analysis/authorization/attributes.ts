import type { Labels } from '../manifest/manifest';
import type { Truth } from '../truth';
import type { Connection, HttpRequest } from './connection';
import {
  matchesHost,
  matchesNamespace,
  matchesPath,
  matchesPrincipal,
  matchesServiceAccount,
  matchesText,
  matchesTrustDomain,
} from './patterns';

/** Something of a connection that rules can ask for. */
export interface Attribute {
  /** Whether only a request has it: then bytes on a TCP port have not. */
  readonly isHttpOnly: boolean;
  /** Whether a value in a rule can stand for anything at all. */
  readonly isUsable: (value: string) => boolean;
  /** @param ownNamespace of the policy */
  readonly matches: (value: string, connection: Connection, ownNamespace: string) => Truth;
}

const isAnything = () => true;

function connectionAttribute(matches: Attribute['matches'], isUsable: Attribute['isUsable'] = isAnything): Attribute {
  return { isHttpOnly: false, isUsable, matches };
}

/** Who has no certificate of the mesh is matched by nothing here, and so by every `not`. */
function identityAttribute(
  matches: (value: string, identity: NonNullable<Connection['identity']>, ownNamespace: string) => boolean,
): Attribute {
  return connectionAttribute(
    (value, { identity }, ownNamespace) => identity !== undefined && matches(value, identity, ownNamespace),
  );
}

function requestAttribute(matches: (value: string, request: HttpRequest) => boolean): Attribute {
  return {
    isHttpOnly: true,
    isUsable: isAnything,
    matches: (value, { request }) => request !== undefined && matches(value, request),
  };
}

function doubtful(what: string): Attribute {
  return connectionAttribute((value) => ({ doubt: `it depends on ${what} (${value})` }));
}

/** Pods get their addresses when they start; a range of all of them needs none. Those of IPv6 are in a range of their own. */
const address = connectionAttribute(
  (value) => /^[\d.]+\/0$/.test(value) || { doubt: `it depends on the caller's address (${value})` },
  (value) => /^[\da-fA-F.:]+(\/\d{1,3})?$/.test(value),
);

const port = connectionAttribute(
  (value, { port: own }) =>
    own === undefined ? { doubt: `it depends on the port (${value})` } : Number(value) === own,
  isPort,
);

const token: Attribute = {
  isHttpOnly: true,
  isUsable: isAnything,
  matches: (value, { readsTokens }) => readsTokens && { doubt: `it depends on the request's token (${value})` },
};

function header(key: string): Attribute {
  const name = /^request\.headers\[(.*)\]$/.exec(key)?.[1]?.toLowerCase();
  return {
    isHttpOnly: true,
    isUsable: () => name !== undefined,
    matches: (value, { request }) => {
      const found = name === undefined || request === undefined ? undefined : valueOf(name, request);
      return found !== undefined && (value === '*' || matchesText(value, found));
    },
  };
}

/** What HTTP/2 writes as a header with a colon is a part of the request itself. */
function valueOf(name: string, { method, path, host, headers }: HttpRequest): string | undefined {
  const parts: Labels = { ':method': method, ':path': path, ':authority': host };
  return parts[name] ?? headers[name];
}

const attributes: ReadonlyMap<string, Attribute> = new Map([
  ['source.principal', identityAttribute(matchesPrincipal)],
  ['source.namespace', identityAttribute(matchesNamespace)],
  ['source.serviceAccount', identityAttribute(matchesServiceAccount)],
  ['source.trustDomain', identityAttribute(matchesTrustDomain)],
  ['source.ip', address],
  ['remote.ip', address],
  ['destination.ip', doubtful('the address of the pod')],
  ['destination.port', port],
  ['connection.sni', doubtful('the server name that the caller asks for')],
  ['request.auth.principal', token],
  ['request.auth.audiences', token],
  ['request.auth.presenter', token],
  ['request method', requestAttribute((value, { method }) => matchesText(value, method))],
  ['request path', requestAttribute((value, { path }) => matchesPath(value, path))],
  ['request host', requestAttribute((value, { host }) => matchesHost(value, host))],
]);

/**
 * An attribute by the key of a condition, or `request method`, `request path` and `request host`,
 * which no condition asks for.
 * @returns nothing for a key that Istio does not know: it skips the whole rule
 * @see https://istio.io/latest/docs/reference/config/security/conditions/
 */
export function attributeOf(key: string): Attribute | undefined {
  if (key.startsWith('request.headers')) {
    return header(key);
  }
  if (key.startsWith('request.auth.claims')) {
    return token;
  }
  return key.startsWith('experimental.envoy.filters.') ? doubtful(`what a filter says of ${key}`) : attributes.get(key);
}

function isPort(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) <= 65_535;
}
