/**
 * Bytes of names and texts that one ConfigMap takes: 1 MiB.
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#motivation
 */
const capacity = 2 ** 20;

const encoder = new TextEncoder();

/**
 * Files in their order, in as many parts as ConfigMaps are needed to hold them.
 * @throws Error for a file that no ConfigMap can hold
 */
export function configMapParts(files: Readonly<Record<string, string>>): Record<string, string>[] {
  const parts: [string, string][][] = [];
  let free = 0;
  for (const file of Object.entries(files)) {
    const size = encoder.encode(file.join('')).length;
    if (size > capacity) {
      throw new Error(`${file[0]} has ${size} bytes, but a ConfigMap holds ${capacity}: make two files of it`);
    }
    if (size > free) {
      parts.push([]);
      free = capacity;
    }
    parts.at(-1)?.push(file);
    free -= size;
  }
  return parts.map((part) => Object.fromEntries(part));
}
