import * as z from 'zod';
import type { Answer, Connection } from './connection';
import { type KubeObject, kubeObject } from '../../../cli/cluster/kube-object';

/** What the server says to a request about one object. */
export interface Verdict {
  readonly status: number;
  readonly warnings: readonly string[];
  /** The object as the server has it now, unless it refused. */
  readonly object?: KubeObject;
  /** Why it refused. */
  readonly message?: string;
}

const Resource = z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() });
const ResourceList = z.object({ resources: z.array(Resource) });
const Refusal = z.object({ message: z.string() });
const Kinded = z.object({ kind: z.string() });

type Resource = z.infer<typeof Resource>;

/** Speaks to an API server about objects of any kind: it knows none, and discovers what the server has. */
export class ApiClient {
  readonly #connection: Connection;
  readonly #resources = new Map<string, Resource>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read(object: KubeObject): Promise<Verdict> {
    return this.#judge(object, (path) => this.#connection.send('GET', `${path}/${object.metadata.name}`));
  }

  /** Server-side apply. Only `text` is sent, so that the server parses what was written. */
  apply(object: KubeObject, text = JSON.stringify(object)): Promise<Verdict> {
    const query = 'fieldManager=mesh-lab&fieldValidation=Strict&force=false';
    const body = { type: 'application/apply-patch+yaml', text };
    return this.#judge(object, (path) => {
      return this.#connection.send('PATCH', `${path}/${object.metadata.name}?${query}`, body);
    });
  }

  /** A merge patch of the status, which a controller or a node would write. */
  patchStatus(object: KubeObject, status: object): Promise<Verdict> {
    const body = { type: 'application/merge-patch+json', text: JSON.stringify({ status }) };
    return this.#judge(object, (path) => {
      return this.#connection.send('PATCH', `${path}/${object.metadata.name}/status`, body);
    });
  }

  /** Without the time to end that pods have. */
  remove(object: KubeObject): Promise<Verdict> {
    return this.#judge(object, (path) => {
      return this.#connection.send('DELETE', `${path}/${object.metadata.name}?gracePeriodSeconds=0`);
    });
  }

  /** Whether the object would be admitted; nothing is kept. */
  tryCreate(object: KubeObject): Promise<Verdict> {
    const query = 'fieldManager=mesh-lab&fieldValidation=Strict&dryRun=All';
    const body = { type: 'application/json', text: JSON.stringify(object) };
    return this.#judge(object, (path) => this.#connection.send('POST', `${path}?${query}`, body));
  }

  /** Whether the server has such objects. It has those of a CustomResourceDefinition once that is established. */
  async serves(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.#resource(apiVersion, kind)) !== undefined;
  }

  async #judge(object: KubeObject, send: (path: string) => Promise<Answer>): Promise<Verdict> {
    const { apiVersion, kind, metadata } = object;
    const resource = await this.#resource(apiVersion, kind);
    if (resource === undefined) {
      return { status: 404, warnings: [], message: `the server has no ${kind} in ${apiVersion}` };
    }
    const scope = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    const { status, warnings, text } = await send(`${groupPath(apiVersion)}${scope}/${resource.name}`);
    const body: unknown = JSON.parse(text);
    return status < 300
      ? { status, warnings, ...objectIn(body) }
      : { status, warnings, message: Refusal.parse(body).message };
  }

  /** Only what was found is remembered: what is missing may be on its way. */
  async #resource(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const key = `${apiVersion} ${kind}`;
    if (!this.#resources.has(key)) {
      const { status, text } = await this.#connection.send('GET', groupPath(apiVersion));
      const { resources } = status === 200 ? ResourceList.parse(JSON.parse(text)) : { resources: [] };
      for (const resource of resources.filter(({ name }) => !name.includes('/'))) {
        this.#resources.set(`${apiVersion} ${resource.kind}`, resource);
      }
    }
    return this.#resources.get(key);
  }
}

/** What was removed may be answered with a status alone, which is no object. */
function objectIn(body: unknown): Pick<Verdict, 'object'> {
  const { kind } = Kinded.parse(body);
  return kind === 'Status' ? {} : { object: kubeObject.parse(body) };
}

/** The core group alone has no slash in its version, and a path of its own. */
function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
