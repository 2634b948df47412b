/**
 * An OCI reference: `[host[:port]/]path[:tag][@digest]`.
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
const reference = new RegExp(
  // A registry has a dot or a port; without them the first part belongs to the repository.
  '^(?:(?:localhost|[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+)(?::[0-9]+)?/|[a-zA-Z0-9-]+:[0-9]+/)?' +
    '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*' + // repository
    '(?::(?<tag>[\\w][\\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$',
);

export const imageRule =
  'an image reference names a repository in lower case and pins a version by tag or sha256 digest; `latest` changes under your feet';

/** Whether a text is an image reference that means the same image tomorrow. */
export function isImage(value: unknown): value is string {
  const parts = typeof value === 'string' ? reference.exec(value)?.groups : undefined;
  return (
    parts !== undefined && (parts['digest'] !== undefined || (parts['tag'] !== undefined && parts['tag'] !== 'latest'))
  );
}
