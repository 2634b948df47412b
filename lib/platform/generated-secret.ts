import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { Fn, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

export interface GeneratedSecretProps {
  readonly name: string;
  readonly namespace: string;
  /** The key whose value is made up. */
  readonly generatedKey: string;
  /** Values written as they are. @default - none */
  readonly data?: Readonly<Record<string, string>>;
  readonly after: readonly ITerraformDependable[];
}

/**
 * A Secret with one random value of 32 characters that stays the same from run to run. The
 * randomness is a private key of the tls provider, which the lab uses anyway.
 */
export class GeneratedSecret extends Construct {
  readonly secret: SecretV1;

  constructor(scope: Construct, id: string, props: GeneratedSecretProps) {
    super(scope, id);
    const source = new PrivateKey(this, 'source', { algorithm: 'ED25519' });
    const value = Fn.substr(Fn.sha256(source.privateKeyPem), 0, 32);
    this.secret = new SecretV1(this, 'secret', {
      metadata: { name: props.name, namespace: props.namespace },
      data: { ...props.data, [props.generatedKey]: value },
      dependsOn: [...props.after],
    });
  }
}
