import { z } from 'zod';
import type { ApiServer } from './api-server';

const resource = z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() });
const resourceList = z.object({ resources: z.array(resource) });

type Resource = z.output<typeof resource>;

/** Where a server has objects of a kind: it is asked once for each group, and only what was found is remembered. */
export class Resources {
  private readonly known = new Map<string, Resource>();

  constructor(private readonly server: ApiServer) {}

  /** The path of the objects of a kind; nothing if the server has no such kind. */
  async pathOf(apiVersion: string, kind: string, namespace?: string): Promise<string | undefined> {
    const found = this.known.get(`${apiVersion} ${kind}`) ?? (await this.discover(apiVersion, kind));
    if (found === undefined) {
      return undefined;
    }
    const scope = found.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
    return `${groupPath(apiVersion)}${scope}/${found.name}`;
  }

  private async discover(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const { status, text } = await this.server.send('GET', groupPath(apiVersion));
    const { resources } = status === 200 ? resourceList.parse(JSON.parse(text)) : { resources: [] };
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
