import { ApiObject, type App, Chart, Yaml } from 'cdk8s';

/** One YAML file of a Kubernetes app. */
export interface ManifestFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of an app: one per chart, numbered in the order of declaration, objects likewise.
 * Named as cdk8s names charts that depend on each other. Its own synthesis is not used: it walks
 * every path of the dependency graph, which takes minutes from thirty charts on.
 */
export function manifestFiles(app: App): ManifestFile[] {
  return app.node.children
    .filter((child) => Chart.isChart(child))
    .map((chart, index) => ({
      name: `${String(index).padStart(4, '0')}-${chart.node.id}.k8s.yaml`,
      text: Yaml.stringify(...apiObjects(chart).map((object): unknown => object.toJson())),
    }));
}

/** The objects of a chart in the order of declaration. */
export function apiObjects(chart: Chart): ApiObject[] {
  return chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
}
