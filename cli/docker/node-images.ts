/** The digests of images in a node, by name: tags, and `sha256:<id of the image>`. */
export type NodeImages = ReadonlyMap<string, string>;

/** What `ctr -n k8s.io images ls` prints: a table with columns REF, TYPE, DIGEST, ... */
export function readNodeImages(text: string): NodeImages {
  const rows = text.split('\n').map((line) => line.split(/\s+/));
  return new Map(
    rows.flatMap(([name = '', , digest = '']) => (digest.startsWith('sha256:') ? [[name, digest] as const] : [])),
  );
}

/** An image as a node names it: with the registry and the library that Docker leaves out. */
export function fullName(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const named = rest.length === 0 ? `docker.io/library/${image}` : isRegistry(first) ? image : `docker.io/${image}`;
  return /:[^/]*$/.test(named) || named.includes('@') ? named : `${named}:latest`;
}

/**
 * Whether a node has the very image that the local Docker knows under a name: a tag may have moved since.
 * @param id of the image in the local Docker, `sha256:...`; nothing asks for the name alone
 */
export function hasImage(images: NodeImages, image: string, id?: string): boolean {
  const digest = images.get(fullName(image));
  return digest !== undefined && (id === undefined || images.get(id) === digest);
}

function isRegistry(first: string): boolean {
  return first.includes('.') || first.includes(':') || first === 'localhost';
}
