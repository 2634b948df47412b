import * as z from 'zod';
import { managedBy, type Probe, probePod, strangersNamespace } from '../../lib/verify/probe';
import { type KubeObject, kubeObject } from '../cluster/kube-object';
import type { Objects } from '../cluster/objects';
import { refused } from '../cluster/refused';
import type { Verdict } from '../cluster/verdict';
import { pause } from '../interrupt';

/** A pod that can be told to ask. */
export interface ReadyProbe {
  readonly namespace: string;
  readonly pod: string;
}

/** Why there is no pod that could be told to ask. */
export interface NoProbe {
  readonly why: string;
  /** Whether its caller is not in the cluster at all, as an add-on that nobody installed: then nobody would ask. */
  readonly isNobody: boolean;
}

/** Seconds until every probe has to run: images are pulled, sidecars are configured. */
const patience = 90;

const selector = Object.entries(managedBy)
  .map(([key, value]) => `${key}=${value}`)
  .join(',');

const namespaceObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: strangersNamespace,
    labels: { ...managedBy, 'istio-injection': 'disabled', 'pod-security.kubernetes.io/enforce': 'restricted' },
  },
} as const;

const podStatus = z.looseObject({
  status: z
    .looseObject({
      phase: z.string().default(''),
      containerStatuses: z
        .array(
          z.looseObject({
            name: z.string(),
            state: z
              .looseObject({
                running: z.looseObject({}).optional(),
                waiting: z.looseObject({ reason: z.string().default(''), message: z.string().default('') }).optional(),
              })
              .default({}),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

/** What is made for one verification, and removed after it. */
export class Probes {
  private readonly ready = new Map<string, ReadyProbe>();
  private readonly reasons = new Map<string, NoProbe>();

  constructor(
    private readonly objects: Objects,
    private readonly image: string,
  ) {}

  /** Makes all pods at once, and waits until they run. What can't be had is no error: its questions are not asked. */
  async start(probes: readonly Probe[], signal: AbortSignal): Promise<void> {
    const needed = [...new Map(probes.map((probe) => [probe.key, probe])).values()];
    if (needed.some(({ namespace }) => namespace === strangersNamespace)) {
      await this.makeNamespace(signal);
    }
    const run = Date.now().toString(36);
    const all = needed.map((probe, index) => this.startOne(probe, `mesh-lab-verify-${run}-${index}`, signal));
    // Also if one is interrupted, the others are on their way: who removes them has to know where they are.
    await Promise.allSettled(all);
    signal.throwIfAborted();
    await Promise.all(all);
  }

  /** The pod of a probe, or why there is none. */
  of({ key }: Probe): ReadyProbe | NoProbe {
    return this.ready.get(key) ?? this.reasons.get(key) ?? { why: 'its pod was never made', isNobody: false };
  }

  /** Removes everything that any verification has made; what a killed one has left as well. */
  async remove(): Promise<void> {
    const pods = await this.objects.list('v1', 'Pod', { labels: selector });
    await Promise.all(pods.map((pod) => this.objects.delete(pod)));
    await this.objects.delete(namespaceObject);
  }

  private async makeNamespace(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const verdict = await this.objects.apply(namespaceObject);
      const found = await this.objects.find(namespaceObject);
      if (verdict.status < 300 && found?.metadata['deletionTimestamp'] === undefined) {
        return;
      }
      if (attempt > patience) {
        throw refused(`namespace ${strangersNamespace}`, verdict);
      }
      // One that is on its way out has to be gone first.
      await pause(1000, signal);
    }
  }

  private async startOne(probe: Probe, name: string, signal: AbortSignal): Promise<void> {
    const object = kubeObject.parse(probePod(probe, name, this.image));
    const end = Date.now() + patience * 1000;
    let verdict = await this.objects.create(object);
    // The account of a new namespace takes a moment.
    while (verdict.status === 403 && Date.now() < end && /not found/.test(verdict.message ?? '') && isOwn(probe)) {
      await pause(500, signal);
      verdict = await this.objects.create(object);
    }
    if (verdict.status >= 300) {
      const why = `its pod is refused: ${verdict.message ?? String(verdict.status)}`;
      this.reasons.set(probe.key, { why, isNobody: !isOwn(probe) && lacksCaller(verdict) });
      return;
    }
    const reason = await this.waitFor(object, end, signal);
    if (reason === undefined) {
      this.ready.set(probe.key, { namespace: probe.namespace, pod: name });
    } else {
      this.reasons.set(probe.key, { why: reason, isNobody: false });
    }
  }

  /** @returns why it does not run; nothing once it does */
  private async waitFor(object: KubeObject, end: number, signal: AbortSignal): Promise<string | undefined> {
    for (;;) {
      const found = await this.objects.find(object);
      const { status } = podStatus.parse(found ?? {});
      const state = status.containerStatuses.find(({ name }) => name === 'probe')?.state;
      if (state?.running !== undefined) {
        return undefined;
      }
      const { reason = '', message = '' } = state?.waiting ?? {};
      if (/ErrImage|ImagePull|InvalidImage/.test(reason)) {
        return `its image can't be had: ${reason}: ${message}`;
      }
      if (Date.now() > end) {
        return `its pod does not run after ${patience} s: ${status.phase} ${reason}`.trim();
      }
      await pause(300, signal);
    }
  }
}

/** Whether the namespace or the account of a pod is not there. */
function lacksCaller({ status, message = '' }: Verdict): boolean {
  return (status === 404 || status === 403) && /(namespaces?|serviceaccounts?) "[^"]*" not found/.test(message);
}

function isOwn({ namespace }: Probe): boolean {
  return namespace === strangersNamespace;
}
