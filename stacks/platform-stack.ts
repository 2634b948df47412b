import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Namespace } from '../lib/model/namespace';
import { Certificate } from '../lib/platform/certificate';
import { ingressGateway, Istio } from '../lib/platform/istio';
import type { GatewayValuesProps, IstiodValuesProps } from '../lib/platform/istio-values';
import { accessKubernetes, type KubeContext } from '../lib/platform/kubernetes-access';
import { Namespaces } from '../lib/platform/namespaces';
import { type StateBackend, storeState } from '../lib/platform/state-backend';
import { certificateName } from './certificate-name';

export interface PlatformStackProps extends IstiodValuesProps, GatewayValuesProps {
  readonly state: StateBackend;
  readonly cluster: KubeContext;
  readonly namespaces: readonly Namespace[];
  /** The hosts the gateway's certificate is for. */
  readonly hosts: readonly string[];
}

/** Second stack: namespaces, the gateway's certificate, and Istio. */
export class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id);
    storeState(this, props.state);
    accessKubernetes(this, props.cluster);
    new TlsProvider(this, 'tls');
    const namespaces = new Namespaces(this, 'namespaces', props.namespaces).resources;
    const { secret } = new Certificate(this, 'certificate', {
      hosts: props.hosts,
      secretName: certificateName,
      namespace: ingressGateway.namespace,
      after: namespaces,
    });
    new Istio(this, 'istio', { ...props, after: [...namespaces, secret] });
  }
}
