import type { Inventory } from '../../inventory/inventory';
import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { AuthorizationOperation, AuthorizationSource } from '../../views/authorization-policy';

/** One value in a rule of an AuthorizationPolicy, and where it stands. */
export interface RuleValue {
  readonly manifest: Manifest;
  readonly value: string;
  readonly path: FieldPath;
}

/** The values of some fields of all sources, and of conditions with the same meaning. */
export function* sourceValues(
  { authorizationPolicies }: Inventory,
  fields: readonly (keyof AuthorizationSource)[],
  key: string,
): Generator<RuleValue> {
  for (const { manifest, spec } of authorizationPolicies) {
    for (const [number, rule] of spec.rules.entries()) {
      const path = ['spec', 'rules', number];
      for (const [index, { source }] of rule.from.entries()) {
        for (const field of fields) {
          yield* values(manifest, source?.[field], [...path, 'from', index, 'source', field]);
        }
      }
      for (const [index, condition] of rule.when.entries()) {
        if (condition.key === key) {
          yield* values(manifest, condition.values, [...path, 'when', index, 'values']);
          yield* values(manifest, condition.notValues, [...path, 'when', index, 'notValues']);
        }
      }
    }
  }
}

/** The values of some fields of all operations. */
export function* operationValues(
  { authorizationPolicies }: Inventory,
  fields: readonly (keyof AuthorizationOperation)[],
): Generator<RuleValue> {
  for (const { manifest, spec } of authorizationPolicies) {
    for (const [number, rule] of spec.rules.entries()) {
      for (const [index, { operation }] of rule.to.entries()) {
        for (const field of fields) {
          yield* values(manifest, operation?.[field], ['spec', 'rules', number, 'to', index, 'operation', field]);
        }
      }
    }
  }
}

/** Values of the wrong shape are empty, and not for these checks to report. */
function* values(manifest: Manifest, found: readonly string[] = [], path: FieldPath): Generator<RuleValue> {
  for (const [index, value] of found.entries()) {
    if (value !== '') {
      yield { manifest, value, path: [...path, index] };
    }
  }
}
