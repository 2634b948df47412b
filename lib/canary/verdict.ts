/**
 * What the gate says of a canary: PASS leads on, FAIL back; INSUFFICIENT (too few requests to tell) and ERROR (nothing could
 * be measured) do neither.
 */
export type Verdict = 'PASS' | 'FAIL' | 'INSUFFICIENT' | 'ERROR';
