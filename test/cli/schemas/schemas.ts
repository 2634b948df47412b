import * as z from 'zod';
import { budgetSchema } from '../../../cli/analysis/budget-schema';
import { planSchema } from '../../../cli/analysis/plan-schema';
import { authzSchema } from '../../../cli/authz/authz-schema';
import { checkSchema } from '../../../cli/check/check-schema';
import { configSchema } from '../../../cli/check/config';
import { doctorSchema } from '../../../cli/doctor/doctor-schema';
import { drillListSchema } from '../../../cli/drill/list-schema';
import { routeSchema } from '../../../cli/route/route-schema';

/** What each page of docs/schemas/ describes, by the name of the page. */
export const schemas = {
  config: configSchema,
  check: checkSchema,
  route: routeSchema,
  authz: authzSchema,
  plan: planSchema,
  budget: budgetSchema,
  doctor: doctorSchema,
  'drill-list': drillListSchema,
} as const;

export type SchemaName = keyof typeof schemas;

/** The JSON Schema of something, of draft 2020-12. */
export function jsonSchemaOf(name: SchemaName): object {
  // Fields with words of their own are no type that Zod knows: they say with `meta` what they are.
  return z.toJSONSchema(schemas[name], { target: 'draft-2020-12', unrepresentable: 'any' });
}
