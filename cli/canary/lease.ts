import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { Unreachable } from '../cluster/api-server';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import { objectIn } from '../cluster/objects';
import type { PromotionName } from './promotion-name';
import { printError } from '../print';

/** Milliseconds after which a holder that gives no sign of life counts as gone, and between two signs. */
const patience = 10_000;
const beat = 2_000;

const leaseSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string() }),
  spec: z.looseObject({ holderIdentity: z.string().nullish(), renewTime: z.string().nullish() }).default({}),
});

type Found = z.output<typeof leaseSchema>;

/**
 * The right to run the promotion of one service: a Lease in its namespace, which one process holds at a time. Whether a
 * holder lives is seen by whether it renews; no two clocks have to agree.
 * @see https://kubernetes.io/docs/concepts/architecture/leases/
 */
export class Lease {
  private readonly holder = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private version: string | undefined;
  private lost: ClusterError | undefined;
  private beats: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly name: PromotionName,
  ) {}

  /** Who holds it and lives, which takes a few seconds to see; nobody if it is free. */
  async heldBy(): Promise<string | undefined> {
    const first = await this.find();
    const holder = holderOf(first);
    if (holder !== undefined) {
      printError(`looking for ${patience / 1_000} s at most whether ${holder}, who ran it last, is alive`);
    }
    for (const start = Date.now(); holder !== undefined && Date.now() - start < patience;) {
      await sleep(beat / 4);
      const now = await this.find();
      if (holderOf(now) === undefined) {
        return undefined;
      }
      if (now?.spec.renewTime !== first?.spec.renewTime) {
        return holderOf(now);
      }
    }
    return undefined;
  }

  /**
   * Takes the lease, and gives signs of life until it is released.
   * @throws ClusterError if somebody else holds it
   */
  async acquire(): Promise<void> {
    const holder = await this.heldBy();
    if (holder !== undefined) {
      throw takenBy(holder);
    }
    await this.write((await this.find())?.metadata.resourceVersion, this.holder);
    this.timer = setInterval(() => {
      this.beats = this.beats.then(() => this.renew());
    }, beat);
  }

  /** @throws ClusterError if somebody else has taken the lease meanwhile */
  check(): void {
    if (this.lost !== undefined) {
      throw this.lost;
    }
  }

  /** Lets the next one begin at once; where that fails it has to wait a little. */
  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.beats;
    if (this.version !== undefined && this.lost === undefined) {
      await this.write(this.version, null).catch(() => undefined);
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.write(this.version, this.holder);
    } catch (error) {
      // A server that does not answer gives the lease to nobody else either.
      if (!(error instanceof Unreachable)) {
        this.lost = error instanceof ClusterError ? error : takenBy('another process');
      }
    }
  }

  private async find(): Promise<Found | undefined> {
    const found = await this.cluster.objects.find(this.object());
    return found === undefined ? undefined : leaseSchema.parse(found);
  }

  /** The version makes the server refuse if anybody wrote in between; without one it must not be there yet. */
  private async write(version: string | undefined, holder: string | null): Promise<void> {
    const { objects } = this.cluster;
    const lease = this.object(version, holder);
    const verdict = version === undefined ? await objects.create(lease) : await objects.replace(lease);
    if (verdict.status === 409) {
      const found = await this.find();
      if (holderOf(found) !== this.holder) {
        throw takenBy(holderOf(found) ?? 'another process');
      }
      // An earlier sign of life arrived, and only the answer was lost.
      this.version = found?.metadata.resourceVersion;
      return;
    }
    this.version = objectIn(verdict, lease).metadata.resourceVersion;
  }

  private object(resourceVersion?: string, holderIdentity: string | null = null) {
    const { service, namespace } = this.name;
    const renewTime = new Date(this.cluster.server.now()).toISOString().replace('Z', '000Z');
    return {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: `${service}-promotion`,
        namespace,
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
      },
      spec: { holderIdentity, renewTime, leaseDurationSeconds: patience / 1_000 },
    };
  }
}

function holderOf(found: Found | undefined): string | undefined {
  return found?.spec.holderIdentity ?? undefined;
}

function takenBy(holder: string): ClusterError {
  return new ClusterError(
    `the promotion is run by ${holder}`,
    'watch it with `lab canary status`; `lab canary pause`, `abort` and `rollback` work from here too',
  );
}
