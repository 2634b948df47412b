import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { mirroredRepository, noMirrors } from '../kubernetes/mirrors';
import { istioCharts, istioVersion } from '../versions';
import type { ChartValues } from './chart-values';
import { helmChart } from './helm-chart';
import { ingressGateway, istioNamespace } from './istio-names';
import {
  cniValues,
  gatewayValues,
  type GatewayValuesProps,
  istiodValues,
  type IstiodValuesProps,
} from './istio-values';

export interface IstioProps extends IstiodValuesProps, GatewayValuesProps {
  /** The namespaces above, and what the gateway mounts. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Istio, in the one order that comes up: CRDs, then the CNI agent that lets pods start without
 * privileges, then istiod with its injection webhook, then the gateway, whose image that webhook
 * fills in.
 */
export class Istio extends Construct {
  constructor(scope: Construct, id: string, props: IstioProps) {
    super(scope, id);
    const { mirrors = noMirrors } = props;
    const release = (
      chart: string,
      releaseName: string,
      values: ChartValues,
      after: readonly ITerraformDependable[],
    ) => {
      const namespace = chart === 'gateway' ? ingressGateway.namespace : istioNamespace;
      return helmChart(this, chart, {
        repository: mirroredRepository(istioCharts, mirrors),
        chart,
        version: istioVersion,
        releaseName,
        namespace,
        values,
        after,
      });
    };
    const base = release('base', 'istio-base', { defaultRevision: 'default' }, props.after);
    const cni = release('cni', 'istio-cni', cniValues(mirrors), [base]);
    const istiod = release('istiod', 'istiod', istiodValues(props), [cni]);
    release('gateway', ingressGateway.name, gatewayValues(props), [istiod]);
  }
}
