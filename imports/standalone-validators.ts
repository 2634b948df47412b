/** Validators that are ready when a program starts: to compile them takes longer than to read what most people check. */
import { _, Ajv, type Code, type KeywordCxt } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import type { ValidationSchemas } from './validation-schemas';

/** The source of a module that exports one validator for each kind, by `group/kind`; `./formats` beside it is ours. */
export function standaloneValidators(schemas: ValidationSchemas): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    code: { source: true, lines: true, formats: _`require('./formats')` },
    formats: { duration: () => true },
  });
  ajv.addKeyword({ keyword: 'atMostOneOf', type: 'object', code: atMostOneOf });
  ajv.addKeyword({ keyword: 'uniqueBy', type: 'array', code: uniqueBy });
  for (const [kind, { schema }] of Object.entries(schemas)) {
    ajv.addSchema({ ...schema }, kind);
  }
  return standaloneCode(ajv, Object.fromEntries(Object.keys(schemas).map((kind) => [kind, kind])));
}

/** The schema is a list of groups of names. */
function atMostOneOf(context: KeywordCxt): void {
  const groups = context.schema as readonly (readonly string[])[];
  context.fail(groups.reduce<Code>((any, names) => _`${any} || ${countOf(names, context.data)} > 1`, _`false`));
}

function countOf(names: readonly string[], data: Code): Code {
  return names.reduce<Code>((sum, name) => _`${sum} + (${data}[${name}] === undefined ? 0 : 1)`, _`0`);
}

/** The schema is the name of a field. */
function uniqueBy(context: KeywordCxt): void {
  const name = String(context.schema);
  const values = context.gen.const(
    'values',
    _`${context.data}.map((item) => item?.[${name}]).filter((value) => value !== undefined)`,
  );
  context.fail(_`new Set(${values}).size < ${values}.length`);
}
