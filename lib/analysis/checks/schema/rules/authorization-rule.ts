import type { FieldPath } from '../../../manifest/manifest';
import type { AuthorizationPolicy, AuthorizationRule } from '../../../views/authorization-policy';
import type { SchemaRule } from './rule';

interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly remedy: string;
}

/** Every part of a rule says something, and actions that need rules or a provider have them. */
export const authorizationRule: SchemaRule = function* find({ authorizationPolicies }) {
  for (const policy of authorizationPolicies) {
    const { manifest, spec } = policy;
    for (const fault of faultsOfAction(policy)) {
      yield { manifest, ...fault };
    }
    for (const [index, rule] of spec.rules.entries()) {
      for (const fault of [...faultsOfSources(rule), ...faultsOfOperations(rule), ...faultsOfConditions(rule)]) {
        yield { manifest, ...fault, path: ['spec', 'rules', index, ...fault.path] };
      }
    }
  }
};

function* faultsOfAction({ spec }: AuthorizationPolicy): Generator<Fault> {
  const { action = 'ALLOW', provider, rules } = spec;
  if ((action === 'DENY' || action === 'CUSTOM') && rules.length === 0) {
    const message = `a policy of action ${action} without rules is never used`;
    yield { path: ['spec'], message, remedy: 'add rules; an empty rule `{}` is for every request' };
  } else if (action === 'CUSTOM' && (provider?.name ?? '') === '') {
    const message = 'the action CUSTOM asks a provider, and none is named';
    yield { path: ['spec', 'action'], message, remedy: 'give provider.name one of the mesh configuration' };
  }
  if (action !== 'CUSTOM' && provider !== undefined) {
    const message = `the action ${action} asks no provider`;
    yield { path: ['spec', 'provider'], message, remedy: 'remove the provider, or write action: CUSTOM' };
  }
}

function* faultsOfSources({ from }: AuthorizationRule): Generator<Fault> {
  for (const [index, { source }] of from.entries()) {
    const path = ['from', index];
    if (source === undefined || isEmpty(source)) {
      const message = 'the source names nobody';
      yield { path, message, remedy: 'name principals, namespaces or addresses, or leave `from` out for everybody' };
    }
    const { serviceAccounts = [], notServiceAccounts = [], principals = [], notPrincipals = [] } = source ?? {};
    const others = [principals, notPrincipals, source?.namespaces ?? [], source?.notNamespaces ?? []];
    if (serviceAccounts.length + notServiceAccounts.length > 0 && others.some(({ length }) => length > 0)) {
      const message = 'serviceAccounts already name the namespace, so principals and namespaces may not be given';
      yield { path: [...path, 'source'], message, remedy: 'keep one of the two' };
    }
    yield* emptyValues(source ?? {}, [...path, 'source']);
  }
}

function* faultsOfOperations({ to }: AuthorizationRule): Generator<Fault> {
  for (const [index, { operation }] of to.entries()) {
    const path = ['to', index];
    if (operation === undefined || isEmpty(operation)) {
      const message = 'the operation names nothing';
      yield { path, message, remedy: 'name methods, paths, ports or hosts, or leave `to` out for everything' };
    }
    yield* emptyValues(operation ?? {}, [...path, 'operation']);
  }
}

function* faultsOfConditions({ when }: AuthorizationRule): Generator<Fault> {
  for (const [index, { key = '', values, notValues }] of when.entries()) {
    if (values.length + notValues.length === 0) {
      const message = `the condition on ${JSON.stringify(key)} has no values`;
      yield { path: ['when', index], message, remedy: 'give it values or notValues' };
    }
    for (const [field, list] of Object.entries({ values, notValues })) {
      yield* emptyValues({ [field]: list }, ['when', index]);
    }
    if (key !== '' && !isAttribute(key)) {
      const message = `${JSON.stringify(key)} is no attribute of a request`;
      const remedy = 'write one of source.*, request.headers[...], request.auth.*, destination.*, connection.sni';
      yield { path: ['when', index, 'key'], message, remedy };
    }
  }
}

/** @see https://istio.io/latest/docs/reference/config/security/conditions/ */
function isAttribute(key: string): boolean {
  return (
    /^(request\.headers|request\.auth\.claims|experimental\.envoy\.filters\.[^[]*)\[.+\]$/.test(key) ||
    attributes.includes(key)
  );
}

const attributes: readonly string[] = [
  ...['source.ip', 'remote.ip', 'source.namespace', 'source.principal', 'source.serviceAccount', 'source.trustDomain'],
  ...['request.auth.principal', 'request.auth.audiences', 'request.auth.presenter'],
  ...['destination.ip', 'destination.port', 'connection.sni'],
];

type Lists = Readonly<Record<string, readonly string[]>>;

function isEmpty(lists: Lists): boolean {
  return Object.values(lists).every(({ length }) => length === 0);
}

function* emptyValues(lists: Lists, path: FieldPath): Generator<Fault> {
  for (const [field, values] of Object.entries(lists)) {
    for (const [index, value] of values.entries()) {
      if (value === '') {
        yield { path: [...path, field, index], message: 'the value is empty', remedy: 'write a value or remove it' };
      }
    }
  }
}
