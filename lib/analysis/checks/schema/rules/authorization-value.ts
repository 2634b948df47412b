import type { FieldPath } from '../../../manifest/manifest';
import type { AuthorizationRule } from '../../../views/authorization-policy';
import { isAddressOrRange } from './address';
import { faultOfPath } from './path-template';
import type { SchemaRule } from './rule';

/** What is wrong with a value, behind the value; nothing if it is right. */
type Judge = (value: string) => string | undefined;

const addresses: Judge = (value) => (isAddressOrRange(value) ? undefined : 'is no address and no range of addresses');
const ports: Judge = (value) => (/^\d+$/.test(value) && Number(value) <= 65535 ? undefined : 'is no port');

/** A star stands for the start or the end, and there is one. */
const wildcards: Judge = (value) =>
  /^\*?[^*]*$|^[^*]*\*$/.test(value) ? undefined : 'has a star elsewhere than at one of its ends';
const trustDomains: Judge = (value) => wildcards(value) ?? (value.includes('/') ? 'is no trust domain' : undefined);
const accounts: Judge = (value) =>
  /^[^/*]+(\/[^/*]+)?$/.test(value) ? undefined : 'is no account, and none of a namespace (namespace/account)';
const paths: Judge = (value) => {
  const fault = faultOfPath(value);
  return fault === undefined ? undefined : `is no path: ${fault}`;
};

/** How fields, with or without a `not` before them, and keys of conditions are judged; all others take any text. */
const judges: ReadonlyMap<string, Judge> = new Map([
  ['ipBlocks', addresses],
  ['remoteIpBlocks', addresses],
  ['trustDomains', trustDomains],
  ['serviceAccounts', accounts],
  ['ports', ports],
  ['paths', paths],
  ['source.ip', addresses],
  ['remote.ip', addresses],
  ['destination.ip', addresses],
  ['destination.port', ports],
  ['source.trustDomain', wildcards],
  ['source.serviceAccount', accounts],
]);

const remedies: ReadonlyMap<Judge, string> = new Map([
  [addresses, 'write an address such as 10.1.2.3, or a range such as 10.1.0.0/16'],
  [ports, 'write a number as text, like "8080"'],
  [wildcards, 'write a trust domain, or its start or end with a star'],
  [trustDomains, 'write a trust domain, or its start or end with a star'],
  [accounts, 'write account or namespace/account, without a star'],
  [paths, 'write /a/{*} for one segment, /a/{**} for all below, or /a/* without templates'],
]);

/** @see https://github.com/istio/istio/blob/release-1.30/pkg/config/security/security.go */
export const authorizationValue: SchemaRule = function* find({ authorizationPolicies }) {
  for (const { manifest, spec } of authorizationPolicies) {
    for (const [number, rule] of spec.rules.entries()) {
      for (const { path, what, values } of listsIn(rule)) {
        const judge = judges.get(what);
        for (const [index, value] of judge === undefined ? [] : values.entries()) {
          const fault = value === '' ? undefined : judge?.(value);
          if (judge !== undefined && fault !== undefined) {
            const place = ['spec', 'rules', number, ...path, index];
            const message = `${JSON.stringify(value)} ${fault}`;
            yield { manifest, path: place, message, remedy: remedies.get(judge) ?? '' };
          }
        }
      }
    }
  }
};

interface ValueList {
  readonly path: FieldPath;
  /** A field without its `not`, or the key of a condition. */
  readonly what: string;
  readonly values: readonly string[];
}

function* listsIn({ from, to, when }: AuthorizationRule): Generator<ValueList> {
  for (const [index, { source }] of from.entries()) {
    yield* fieldsOf(source ?? {}, ['from', index, 'source']);
  }
  for (const [index, { operation }] of to.entries()) {
    yield* fieldsOf(operation ?? {}, ['to', index, 'operation']);
  }
  for (const [index, { key = '', values, notValues }] of when.entries()) {
    yield { path: ['when', index, 'values'], what: key, values };
    yield { path: ['when', index, 'notValues'], what: key, values: notValues };
  }
}

function* fieldsOf(fields: Readonly<Record<string, readonly string[]>>, path: FieldPath): Generator<ValueList> {
  for (const [field, values] of Object.entries(fields)) {
    const what = field.replace(/^not(.)/, (_, first: string) => first.toLowerCase());
    yield { path: [...path, field], what, values };
  }
}
