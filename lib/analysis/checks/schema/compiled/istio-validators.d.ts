import type { ValidateFunction } from 'ajv';

/** By `group/kind`; of Istio's kinds alone. Made by `npm run import`. */
declare const validators: Readonly<Record<string, ValidateFunction>>;
export = validators;
