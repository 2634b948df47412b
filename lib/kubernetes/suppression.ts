const prefix = 'suppress.mesh-lab/';

/**
 * Codes and reasons of all suppressions among the annotations of an object:
 * `suppress.mesh-lab/KIA1107: <why it is right here>`. One that no finding needs is a finding itself.
 */
export function suppressionsIn(annotations: Readonly<Record<string, string>>): [code: string, reason: string][] {
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, reason]) => [key.slice(prefix.length), reason]);
}

/** The annotation's name, for those who look for its line. */
export function suppressionKey(code: string): string {
  return `${prefix}${code}`;
}
