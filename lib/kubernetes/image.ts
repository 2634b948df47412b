/**
 * What an image reference says beside the repository: `[host[:port]/]path[:tag][@digest]`.
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
export interface ImageVersion {
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** The version an image reference names; a reference of the wrong form is read as far as it goes. */
export function imageVersion(image: string): ImageVersion {
  const [name = '', digest] = image.split('@', 2);
  // A colon before the last slash is that of the registry's port.
  const [, tag] = name.slice(name.lastIndexOf('/') + 1).split(':', 2);
  return { tag, digest };
}
