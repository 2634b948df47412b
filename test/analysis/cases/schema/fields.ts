import { change, type Mutation, nothing } from '../../mutation';

const kinds = ['VirtualService', 'DestinationRule', 'Gateway', 'PeerAuthentication', 'AuthorizationPolicy', 'Sidecar'];

/** Fields that the schema of the kind does not take. */
export const brokenFields: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(kinds.map((kind) => [`a field nobody knows, in ${kind}`, change(kind, 'spec.unheard', true)])),
  'a field in the wrong case': change('VirtualService', 'spec.http.*.Timeout', '3s'),
  'a misspelled spec': change('PeerAuthentication', 'Spec', {}),
  'a version that was never served': change('VirtualService', 'apiVersion', 'networking.istio.io/v2'),
  'an older version than the kind': change('PeerAuthentication', 'apiVersion', 'security.istio.io/v1alpha1'),
  'the group of another kind': change('AuthorizationPolicy', 'apiVersion', 'networking.istio.io/v1'),
  'the plural of a kind': change('VirtualService', 'kind', 'VirtualServices'),
  'a weight as text': change('VirtualService', 'spec.http.*.route.*.weight', '90'),
  'a port as text': change('Gateway', 'spec.servers.*.port.number', '80'),
  'hosts that are no list': change('VirtualService', 'spec.hosts', 'web'),
  'a mode that is none': change('PeerAuthentication', 'spec.mtls.mode', 'ON'),
  'a mode in lower case': change('PeerAuthentication', 'spec.mtls.mode', 'strict'),
  'an action that is none': change('AuthorizationPolicy', 'spec.action', 'ACCEPT'),
  'a destination without a host': change('VirtualService', 'spec.http.*.route.*.destination.host', nothing),
  'a route without a destination': change('VirtualService', 'spec.http.*.route.*.destination', nothing),
  'a timeout without a unit': change('VirtualService', 'spec.http.*.timeout', '3'),
  'a timeout below a millisecond': change('VirtualService', 'spec.http.*.timeout', '0s'),
  'a timeout in days': change('VirtualService', 'spec.http.*.timeout', '1d'),
  'an interval that is a number': change('DestinationRule', 'spec.trafficPolicy.outlierDetection.interval', 10),
  'two ways to match': change('VirtualService', 'spec.http.*.match.*.headers.*.prefix', 'b'),
  'a server without a port': change('Gateway', 'spec.servers.*.port', nothing),
  'a ServiceEntry without hosts': change('ServiceEntry', 'spec.hosts', nothing),
  'a ServiceEntry for every host': change('ServiceEntry', 'spec.hosts.*', '*'),
  'a port beyond the last': change('ServiceEntry', 'spec.ports.*.number', 70000),
  'a wildcard in a selector': change('AuthorizationPolicy', 'spec.selector.matchLabels.*', 'web-*'),
};
