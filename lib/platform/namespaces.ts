import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { Construct } from 'constructs';
import { type Namespace, namespaceLabels } from '../model/namespace';

/** Namespaces with their injection and Pod Security labels. */
export class Namespaces extends Construct {
  /** For resources that go into one of them. */
  readonly resources: readonly NamespaceV1[];

  constructor(scope: Construct, id: string, namespaces: readonly Namespace[]) {
    super(scope, id);
    this.resources = namespaces.map(
      (namespace) =>
        new NamespaceV1(this, namespace.name, {
          metadata: { name: namespace.name, labels: namespaceLabels(namespace) },
        }),
    );
  }
}
