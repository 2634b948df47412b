import type { Workload } from '../../views/workload';

/** A proxy that is injected into an empty pod, to be a gateway: it stands for nobody's application. */
export function isGatewayPod({ annotations, labels }: Workload): boolean {
  const templates = annotations['inject.istio.io/templates'] ?? '';
  return templates.includes('gateway') || labels['gateway.networking.k8s.io/gateway-name'] !== undefined;
}
