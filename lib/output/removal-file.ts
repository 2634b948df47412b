import { type App, type ApiObject, Chart, Yaml } from 'cdk8s';
import { apiObjects, type ManifestFile } from './manifest-files';
import { waveOf } from './waves';

/**
 * Every object of an app by its name alone, in the order in which they may be deleted: the last wave first, in a wave the
 * last one first. What lets requests in goes before what answers them, callers before callees, what refuses strangers after
 * both, and namespaces last. `kubectl delete -f` of the files themselves would begin with the callees' namespaces.
 */
export function removalFile(app: App): ManifestFile {
  const objects = app.node.children.filter((child) => Chart.isChart(child)).flatMap(apiObjects);
  const order = objects.reverse().sort((one, other) => waveOf(other) - waveOf(one));
  return { name: '0000-application.k8s.yaml', text: Yaml.stringify(...order.map(nameOf)) };
}

function nameOf({ apiVersion, kind, name, metadata: { namespace } }: ApiObject): object {
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined || kind === 'Namespace' ? {} : { namespace }) },
  };
}
