import type { LabCluster } from './lab-cluster';

/** Every share that the cluster gave a canary, one after the other, as far as anybody who looks all the time can see. */
export class Shares {
  readonly seen: unknown[] = [];
  private isStopped = false;

  constructor(lab: LabCluster, service: string) {
    const look = async (): Promise<void> => {
      const share = await lab.share(service).catch(() => this.seen.at(-1));
      if (share !== this.seen.at(-1)) {
        this.seen.push(share);
      }
      if (!this.isStopped) {
        setTimeout(() => void look(), 100);
      }
    };
    void look();
  }

  stop(): void {
    this.isStopped = true;
  }
}
