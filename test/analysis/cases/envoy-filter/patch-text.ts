/** An EnvoyFilter with one patch, in YAML; it is called after that, unless there are two of the kind. */
export function patchText(
  applyTo: string,
  operation: string,
  more: { match?: string; value?: string; spec?: string; name?: string } = {},
): string {
  const { match = '', value = '', spec = '', name = `${applyTo}-${operation}`.toLowerCase().replace(/_/g, '-') } = more;
  return `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: ${name}, namespace: shop }
spec: { ${spec} configPatches: [{ applyTo: ${applyTo}, match: { ${match} }, patch: { operation: ${operation}, value: { ${value} } } }] }
---`;
}
