import { millisecondsOf } from '../../../../kubernetes/duration';

/** Istio takes no duration below a millisecond. */
export function duration(text: string): boolean {
  return (millisecondsOf(text) ?? 0) >= 1;
}
