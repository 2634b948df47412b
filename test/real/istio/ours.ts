import { inventoryOf, type Inventory } from '../../../lib/analysis/inventory/inventory';
import { readManifests } from '../../../lib/analysis/manifest/read';
import { Accesses, type Verdict as AccessVerdict } from '../../../lib/analysis/access/access';
import { destinationsOf } from '../../../lib/analysis/access/destination';
import { type Delivery, Outcomes } from '../../../lib/analysis/access/outcome';
import { callingPod } from '../../../lib/analysis/access/pod';
import type { Client } from '../../../lib/analysis/routing/request';
import { requestFor } from '../../../lib/analysis/routing/request';
import { portNumbered } from '../../../lib/analysis/views/service';
import { millisecondsOf } from '../../../lib/kubernetes/duration';
import { clientsNamed } from '../../../cli/route/route-options';
import type { CallProbe, RequestProbe } from './probes';
import { askedText, merged, nameOf, type Place, type Verdict } from './sent';

/** What the analysis says of a mesh, in the words of the judge. */
export class Ours {
  private readonly inventory: Inventory;

  constructor(text: string) {
    const { manifests, problems } = readManifests([{ name: 'mesh.yaml', text }]);
    if (problems.length > 0) {
      throw new Error(problems.map(({ line, rule }) => `mesh.yaml:${line}: ${rule}`).join('\n'));
    }
    this.inventory = inventoryOf(manifests);
  }

  /** Where a request goes, as the first client of a name sends it. */
  verdictOn({ from, url, method = 'GET', headers = {} }: RequestProbe): Verdict {
    const request = requestFor(url, { method, headers: Object.entries(headers) });
    const outcome = new Outcomes(this.inventory).of(this.clientOf(from), request);
    const { direct, branches, mirrors, timeout, retries } = outcome;
    if (direct !== undefined) {
      return direct.reason.includes('lets it out as it is') ? 'out' : { answer: direct.status };
    }
    const [only, ...others] = branches.filter(({ share }) => share > 0);
    const isRead = outcome.entrance?.isHttp === true || request.scheme === 'http';
    return {
      places: merged(branches.map(placeOf)),
      ...(only !== undefined && others.length === 0 && { asked: isRead ? askedText(only.sent) : undefined }),
      mirrors: mirrors.map((one) => nameOf({ ...one, subset: one.subset ?? '' })).sort(),
      timeout: millisecondsOf(timeout ?? '0') ?? 0,
      tries: {
        attempts: retries.attempts,
        on: retries.attempts === 0 ? [] : retryConditions(retries.retryOn),
        timeout: millisecondsOf(retries.perTryTimeout ?? '0') ?? 0,
      },
    };
  }

  /** Whether each pod behind a Service lets a call in, by the name of its workload. */
  accessTo({ from, to, port, method, path, host }: CallProbe): Map<string, AccessVerdict> {
    const [namespace, name] = to.split('/');
    const service = this.inventory.serviceOf(`${name}.${namespace}.svc.cluster.local`);
    const servicePort = service && portNumbered(service, port);
    if (service === undefined || servicePort === undefined) {
      throw new Error(`no Service ${to} with a port ${port}`);
    }
    const accesses = new Accesses(this.inventory);
    const caller = callingPod(this.inventory, this.clientOf(from).workload);
    const known = { method, path, ...(host !== undefined && { host }) };
    return new Map(
      this.inventory
        .workloadsBehind(service)
        .flatMap((workload) => destinationsOf(service, servicePort, workload))
        .map((one) => [one.workload.name, accesses.of(caller, one, one.isHttp ? known : {}).verdict]),
    );
  }

  clientOf(name: string): Client {
    const [client] = clientsNamed(this.inventory, name);
    if (client === undefined) {
      throw new Error(`nobody is called ${name}`);
    }
    return client;
  }
}

/** Whether pods let the request in is not for the proxy of the client to say. */
function placeOf({ host, port, subset = '', share, failure, admissions, transport }: Delivery): Place {
  const fails = failure !== undefined && admissions.length === 0;
  return { host, port, subset, share, fails, ...(!fails && { transport }) };
}

/** Statuses stand in a field of their own. */
function retryConditions(text: string): string[] {
  const conditions = text.split(',').map((one) => (/^\d+$/.test(one) ? 'retriable-status-codes' : one));
  return [...new Set(conditions)].sort();
}
