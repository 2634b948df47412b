/** Fields that a server keeps about an object, which nobody writes into a file. */
const bookkeeping = ['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp'];

/**
 * The fields in which two states of an object differ, `spec.replicas` for example: as far up as both have the field.
 * What the server keeps for itself counts for nothing.
 */
export function differingFields(one: object, other: object): string[] {
  return differing(withoutBookkeeping(one), withoutBookkeeping(other), '');
}

function withoutBookkeeping(object: object): object {
  const kept = Object.entries(object).filter(([name]) => name !== 'status');
  return Object.fromEntries(
    kept.map(([name, value]: [string, unknown]) => [
      name,
      name === 'metadata' && isObject(value) ? wanted(value) : value,
    ]),
  );
}

function wanted(metadata: object): object {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !bookkeeping.includes(name)));
}

function differing(one: unknown, other: unknown, path: string): string[] {
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return one === other ? [] : [path];
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) =>
    differing(Reflect.get(one, name), Reflect.get(other, name), path === '' ? name : `${path}.${name}`),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
