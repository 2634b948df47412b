import { IntOrString, KubeService, KubeServiceAccount } from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { serviceLabels } from '../model/labels';
import { type Port, portName, type Service, targetPortsOf } from '../model/service';

export interface ServiceEndpointProps {
  readonly service: Service;
}

/**
 * What all releases of a service share: the identity they run under (ServiceAccount) and the
 * name they answer to (Service over every release; subsets tell them apart later).
 */
export class ServiceEndpoint extends Construct {
  constructor(scope: Construct, id: string, { service }: ServiceEndpointProps) {
    super(scope, id);
    const labels = serviceLabels(service);

    new KubeServiceAccount(this, 'identity', {
      metadata: { name: service.name, labels },
      automountServiceAccountToken: false,
    });
    new KubeService(this, 'service', {
      metadata: { name: service.serviceName, labels },
      spec: {
        type: 'ClusterIP',
        selector: labels,
        ports: service.ports.map((port) => ({
          name: portName(port),
          port: port.number,
          targetPort: targetOf(port, service),
          protocol: 'TCP',
          appProtocol: port.protocol,
        })),
      },
    });
  }
}

/** The number of the container's port, or its name where it is not the same for all releases. */
function targetOf(port: Port, service: Service): IntOrString {
  const [number, ...others] = targetPortsOf(port, service);
  return number === undefined || others.length > 0
    ? IntOrString.fromString(portName(port))
    : IntOrString.fromNumber(number);
}
