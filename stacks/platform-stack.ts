import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Namespace } from '../lib/model/namespace';
import { Certificate } from '../lib/platform/certificate';
import { CertificateAuthority } from '../lib/platform/certificate-authority';
import { Istio } from '../lib/platform/istio';
import { ingressGateway } from '../lib/platform/istio-names';
import type { GatewayValuesProps, IstiodValuesProps } from '../lib/platform/istio-values';
import { accessKubernetes, type KubeContext } from '../lib/platform/kubernetes-access';
import { Namespaces } from '../lib/platform/namespaces';
import { type StateBackend, storeState } from '../lib/platform/state-backend';

export interface PlatformStackProps extends IstiodValuesProps, GatewayValuesProps {
  readonly state: StateBackend;
  readonly cluster: KubeContext;
  readonly namespaces: readonly Namespace[];
  /** The hosts of each of the gateway's certificates, by the name of its Secret. */
  readonly certificates: ReadonlyMap<string, readonly string[]>;
}

/** Second stack: namespaces, the gateway's certificates, and Istio. */
export class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id);
    storeState(this, props.state);
    accessKubernetes(this, props.cluster);
    new TlsProvider(this, 'tls');
    const namespaces = new Namespaces(this, 'namespaces', props.namespaces).resources;
    const authority = new CertificateAuthority(this, 'authority');
    const secrets = [...props.certificates].map(([secretName, hosts]) => {
      const { namespace } = ingressGateway;
      return new Certificate(this, secretName, { authority, hosts, secretName, namespace, after: namespaces }).secret;
    });
    new Istio(this, 'istio', { ...props, after: [...namespaces, ...secrets] });
  }
}
