/**
 * Whether a value is one that an AuthorizationPolicy means: exactly, by its start (`abc*`), by its
 * end (`*abc`), or by being there at all (`*`). A star in the middle is a character like any other.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 */
export function matchesText(pattern: string, value: string): boolean {
  if (pattern === '*') {
    return value !== '';
  }
  if (pattern.startsWith('*')) {
    return value.endsWith(pattern.slice(1));
  }
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : pattern === value;
}
