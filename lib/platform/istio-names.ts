/** Where Istio's control plane lives; policies in this namespace hold for the whole mesh. */
export const istioNamespace = 'istio-system';

/** The ingress gateway: its namespace, identity and labels. */
export const ingressGateway = {
  namespace: 'istio-ingress',
  /** Release, Deployment, Service and service account. */
  name: 'istio-ingressgateway',
  /** The chart's label `istio` is the release name without its `istio-` prefix. */
  selector: { istio: 'ingressgateway' },
} as const;
