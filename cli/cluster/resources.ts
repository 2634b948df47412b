import * as z from 'zod';
import { type ApiServer, Unreachable } from './api-server';
import { refused } from './refused';
import { verdictOf } from './verdict';

const resource = z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() });
const resourceList = z.object({ resources: z.array(resource) });

type Resource = z.output<typeof resource>;

/** Where a server has objects of a kind: it is asked once for each group, and only what was found is remembered. */
export class Resources {
  private readonly known = new Map<string, Resource>();

  constructor(private readonly server: Pick<ApiServer, 'send'>) {}

  /** The path of the objects of a kind; nothing if the server has no such kind. @throws ClusterError if it does not say */
  async pathOf(apiVersion: string, kind: string, namespace?: string): Promise<string | undefined> {
    const found = this.known.get(`${apiVersion} ${kind}`) ?? (await this.discover(apiVersion, kind));
    if (found === undefined) {
      return undefined;
    }
    const scope = found.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
    return `${groupPath(apiVersion)}${scope}/${found.name}`;
  }

  private async discover(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const answer = await this.server.send('GET', groupPath(apiVersion));
    if (answer.status === 429 || answer.status >= 500) {
      throw new Unreachable(`the API server can't tell yet what it has: ${answer.status}`, 'wait, and ask again');
    }
    if (answer.status !== 200 && answer.status !== 404) {
      // Who may not look knows nothing: least of all that there is nothing.
      throw refused(`a look at ${apiVersion}`, verdictOf(answer));
    }
    const { resources } = answer.status === 200 ? resourceList.parse(JSON.parse(answer.text)) : { resources: [] };
    for (const one of resources.filter(({ name }) => !name.includes('/'))) {
      this.known.set(`${apiVersion} ${one.kind}`, one);
    }
    return this.known.get(`${apiVersion} ${kind}`);
  }
}

/** The core group alone has no slash in its version, and a path of its own. */
function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
