import * as z from 'zod';
import type { ApiServer, Body, Method } from './api-server';
import { type KubeObject, kubeObject, nameOf, type ObjectName } from './kube-object';
import { refused } from './refused';
import { Resources } from './resources';
import { type Verdict, verdictOf } from './verdict';

/** Who the lab is to an API server: the owner of the fields it applies. */
export const fieldManager = 'mesh-lab';

export interface ApplyOptions {
  /** Take fields over that others own. @default false */
  readonly force?: boolean;
  /** Ask whether it would be taken, and change nothing. @default false */
  readonly dryRun?: boolean;
}

export interface CreateOptions extends Pick<ApplyOptions, 'dryRun'> {
  /** Who then owns the fields. @default - the lab */
  readonly manager?: string;
}

const list = z.object({ items: z.array(z.looseObject({})) });

/** Objects of any kind on one API server: it is told nothing of kinds, and asks the server what it has. */
export class Objects {
  private readonly resources: Resources;

  constructor(private readonly server: ApiServer) {
    this.resources = new Resources(server);
  }

  /** An object as it is now; nothing if it is not there, or if the server has no such kind. */
  async find(name: ObjectName): Promise<KubeObject | undefined> {
    const verdict = await this.judge('GET', name);
    if (verdict.status === 404) {
      return undefined;
    }
    return objectIn(verdict, name);
  }

  /** Every object of a kind, in one namespace or in all; none if the server has no such kind. */
  async list(apiVersion: string, kind: string, { namespace, labels = '' }: ListOptions = {}): Promise<KubeObject[]> {
    const path = await this.resources.pathOf(apiVersion, kind, namespace);
    if (path === undefined) {
      return [];
    }
    const answer = await this.server.send('GET', `${path}?labelSelector=${encodeURIComponent(labels)}`);
    if (answer.status !== 200) {
      throw refused(`list ${kind}`, verdictOf(answer));
    }
    // The items of a list do not say what they are.
    return list.parse(JSON.parse(answer.text)).items.map((item) => kubeObject.parse({ apiVersion, kind, ...item }));
  }

  /**
   * Server-side apply by the lab's field manager. A `resourceVersion` in the object makes it fail if somebody wrote since.
   * @param text the object as it was written; the server parses it
   */
  apply(object: ObjectName, { force = false, dryRun = false }: ApplyOptions = {}, text = JSON.stringify(object)) {
    const query = `fieldManager=${fieldManager}&fieldValidation=Strict&force=${force}${dryRun ? '&dryRun=All' : ''}`;
    return this.judge('PATCH', object, query, { type: 'application/apply-patch+yaml', text });
  }

  /** Makes an object that must not be there yet. */
  async create(object: ObjectName, { dryRun = false, manager = fieldManager }: CreateOptions = {}): Promise<Verdict> {
    const path = await this.resources.pathOf(object.apiVersion, object.kind, object.metadata.namespace);
    const query = `fieldManager=${manager}&fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
    const body = { type: 'application/json', text: JSON.stringify(object) };
    return path === undefined
      ? unknownKind(object)
      : verdictOf(await this.server.send('POST', `${path}?${query}`, body));
  }

  /** Writes an object over what is there; refused with 409 if its `resourceVersion` is not the newest. */
  replace(object: ObjectName, manager = fieldManager): Promise<Verdict> {
    const body = { type: 'application/json', text: JSON.stringify(object) };
    return this.judge('PUT', object, `fieldManager=${manager}`, body);
  }

  /** Changes some fields, as a JSON merge patch. @see https://www.rfc-editor.org/rfc/rfc7386 */
  patch(name: ObjectName, change: object): Promise<Verdict> {
    const body = { type: 'application/merge-patch+json', text: JSON.stringify(change) };
    return this.judge('PATCH', name, `fieldManager=${fieldManager}`, body);
  }

  /** Deletes an object and what it owns; one that is not there is no problem. */
  async delete(name: ObjectName): Promise<void> {
    const verdict = await this.judge('DELETE', name, 'propagationPolicy=Background');
    if (verdict.status >= 300 && verdict.status !== 404) {
      throw refused(`delete ${nameOf(name)}`, verdict);
    }
  }

  /** Whether the server has such objects. It has those of a CustomResourceDefinition once that is established. */
  async serves(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.resources.pathOf(apiVersion, kind)) !== undefined;
  }

  private async judge(method: Method, object: ObjectName, query = '', body?: Body): Promise<Verdict> {
    const { apiVersion, kind, metadata } = object;
    const path = await this.resources.pathOf(apiVersion, kind, metadata.namespace ?? 'default');
    const address = `${path ?? ''}/${encodeURIComponent(metadata.name)}${query === '' ? '' : `?${query}`}`;
    return path === undefined ? unknownKind(object) : verdictOf(await this.server.send(method, address, body));
  }
}

export interface ListOptions {
  /** @default - all */
  readonly namespace?: string;
  /** A label selector. @default - all */
  readonly labels?: string;
}

/** The object of a verdict. @throws ClusterError if the server refused */
export function objectIn(verdict: Verdict, name: ObjectName): KubeObject {
  if (verdict.object === undefined) {
    throw refused(nameOf(name), verdict);
  }
  return verdict.object;
}

function unknownKind({ apiVersion, kind }: ObjectName): Verdict {
  return { status: 404, warnings: [], message: `the server has no ${kind} in ${apiVersion}`, conflicts: [] };
}
