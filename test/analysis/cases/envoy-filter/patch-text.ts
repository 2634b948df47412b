/** An EnvoyFilter with one patch, in YAML. */
export function patchText(
  applyTo: string,
  operation: string,
  more: { match?: string; value?: string; spec?: string } = {},
): string {
  const { match = '', value = '', spec = '' } = more;
  return `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: filter, namespace: shop }
spec: { ${spec} configPatches: [{ applyTo: ${applyTo}, match: { ${match} }, patch: { operation: ${operation}, value: { ${value} } } }] }
---`;
}
