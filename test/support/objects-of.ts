import { App, Chart } from 'cdk8s';
import { manifestFiles } from '../../lib/output/manifest-files';
import { type KubeObject, objectsIn } from './kube-objects';

/** What a construct alone renders, in a chart of the namespace `test`: its objects in the order of declaration. */
export function objectsOf(build: (chart: Chart) => unknown): KubeObject[] {
  const app = new App();
  build(new Chart(app, 'test', { namespace: 'test' }));
  return objectsIn(manifestFiles(app));
}
