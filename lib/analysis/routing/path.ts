/** Characters that mean the same with and without a percent sign. @see https://www.rfc-editor.org/rfc/rfc3986#section-2.3 */
const unreserved = /[A-Za-z0-9._~-]/;

/**
 * A path as proxies read it before they look at rules; `.` and `..` are gone already, as in every URL.
 * @param mode of the mesh: `NONE`, `BASE`, `MERGE_SLASHES` or `DECODE_AND_MERGE_SLASHES`
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization-NormalizationType
 */
export function normalizedPath(path: string, mode = 'BASE'): string {
  if (mode === 'NONE') {
    return path;
  }
  const plain = path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const letter = String.fromCharCode(parseInt(escaped.slice(1), 16));
    return unreserved.test(letter) ? letter : escaped;
  });
  const slashed = mode === 'DECODE_AND_MERGE_SLASHES' ? plain.replace(/%(2f|5c)/gi, '/') : plain;
  return mode === 'BASE' ? slashed : slashed.replace(/\/{2,}/g, '/');
}
