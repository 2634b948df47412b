import type { Namespace } from '../lib/model/namespace';
import { observabilityNamespace } from '../lib/platform/add-ons';
import { ingressGateway, istioNamespace } from '../lib/platform/istio-names';

/** istiod and the CNI agent; the agent writes to the nodes, which only `privileged` allows. */
export const controlPlaneNamespace: Namespace = { name: istioNamespace, injected: false, podSecurity: 'privileged' };

/** The gateway's pods are filled in by the injector without a sidecar of their own. */
export const gatewayNamespace: Namespace = {
  name: ingressGateway.namespace,
  injected: false,
  podSecurity: 'restricted',
};

/** The add-ons, outside the mesh. */
export const addOnNamespace: Namespace = { name: observabilityNamespace, injected: false, podSecurity: 'restricted' };

/** Load tests, outside the mesh as the users are whom they stand for. */
export const loadNamespace: Namespace = { name: 'load', injected: false, podSecurity: 'restricted' };
