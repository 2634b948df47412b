import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { HeaderPin } from '../traffic';
import { repeated } from './repeated';

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-field-names in the lower case that HTTP/2 asks for */
const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** Headers that Istio matches in fields of their own and refuses among `headers`. */
const reserved = new Set([':path', ':method', ':authority', 'uri', 'scheme', 'method', 'authority']);

/** Pins name a header that a VirtualService can match, once. */
export function pins(mesh: Mesh): Problem[] {
  return pinProblems(mesh.traffic.pins);
}

/** The same rule on pins alone. */
export function pinProblems(all: readonly HeaderPin[]): Problem[] {
  const at = (pin: HeaderPin, field: 'header' | 'value'): Pick<Problem, 'path' | 'value'> => ({
    path: ['pins', all.indexOf(pin), field],
    value: pin[field],
  });
  return [
    ...all
      .filter((pin) => !headerName.test(pin.header) || reserved.has(pin.header))
      .map((pin) => ({
        ...at(pin, 'header'),
        rule: 'a pin names an HTTP header in lower case, not a pseudo-header: Istio compares names as HTTP/2 writes them',
        remedy: 'write it like `x-canary`',
      })),
    ...all
      .filter((pin) => pin.value === '')
      .map((pin) => ({
        ...at(pin, 'value'),
        rule: 'a pin compares with a text that is not empty: Istio reads an empty one as "the header is there"',
        remedy: 'write a value such as "true"',
      })),
    ...repeated(all, (pin) => `${pin.header}=${pin.value}`).map((pin) => ({
      ...at(pin, 'header'),
      rule: 'a pin is written once: the second can never match',
      remedy: 'remove it',
    })),
  ];
}
