import { join } from 'node:path';
import { parse } from 'yaml';
import { readBytes } from '../read/read-bytes';
import { filesBeside } from '../render/folders-beside';
import { renderedFolder } from './rendered-route';
import { type KubeObject, kubeObject } from '../cluster/kube-object';

/** What takes the share of one canary away. */
export interface RollbackRoute {
  readonly service: string;
  readonly namespace: string;
  readonly route: KubeObject;
  /** The same as it was rendered. */
  readonly text: string;
}

/**
 * The routes of a rollback as `npm start` left them: nothing has to be rendered when seconds count. Rendered now if there
 * are none.
 */
export async function rollbackRoutes(): Promise<RollbackRoute[]> {
  const texts = filesBeside('rollback', [join(renderedFolder, 'any')]).map((file) => readBytes(file).toString('utf8'));
  const routes = texts.length > 0 ? texts : await rendered();
  return routes.map((text) => {
    const route = kubeObject.parse(parse(text));
    const { labels = {}, namespace = 'default', name } = route.metadata;
    return { service: labels['app'] ?? name, namespace, route, text };
  });
}

async function rendered(): Promise<string[]> {
  const [{ rollbackFiles }, { readLab }] = await Promise.all([
    import('../../stacks/routes'),
    import('../read/read-lab'),
  ]);
  return rollbackFiles(readLab(process.env).mesh).map(({ text }) => text);
}
