import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { InfrastructureAccess } from '../lib/mesh/infrastructure-access';
import type { InfrastructureService } from '../lib/model/infrastructure';
import { annotateWaves } from '../lib/output/waves';
import { InfrastructureIsolation } from '../lib/workload/infrastructure-isolation';
import { certificateNames } from './certificate-names';
import { addOnNamespace, gatewayNamespace } from './namespaces';
import { platform } from './platform';

/** Who may connect to the add-ons, once the gateway shows them. */
export class AddOnChart extends Chart {
  constructor(scope: Construct, services: readonly InfrastructureService[]) {
    super(scope, addOnNamespace.name, { namespace: addOnNamespace.name });
    for (const service of services) {
      new InfrastructureIsolation(this, service.name, { service, gateway: platform.gateway });
    }
    annotateWaves(this);
  }
}

export interface AccessChartProps {
  readonly services: readonly InfrastructureService[];
  /** Whether port 80 answers with a redirect to https. */
  readonly httpsRedirect: boolean;
}

/** How the gateway shows the add-ons. */
export class AccessChart extends Chart {
  constructor(scope: Construct, { services, httpsRedirect }: AccessChartProps) {
    super(scope, gatewayNamespace.name, { namespace: gatewayNamespace.name });
    new InfrastructureAccess(this, 'access', {
      name: 'add-ons',
      services,
      selector: platform.gateway.labels,
      credentialName: certificateNames.addOns,
      httpsRedirect,
    });
    annotateWaves(this);
  }
}
