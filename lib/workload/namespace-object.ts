import { ApiObject, JsonPatch } from 'cdk8s';
import { KubeNamespace } from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import { type Namespace, namespaceLabels } from '../model/namespace';

/**
 * The namespace of a chart, as YAML: where Terraform has made it already this changes nothing,
 * and on any other cluster `kubectl apply` works on its own.
 */
export class NamespaceObject extends Construct {
  constructor(scope: Construct, id: string, namespace: Namespace) {
    super(scope, id);
    const object = new KubeNamespace(this, 'namespace', {
      metadata: { name: namespace.name, labels: namespaceLabels(namespace) },
    });
    // A chart writes its namespace on every object, and a Namespace has none.
    ApiObject.of(object).addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
