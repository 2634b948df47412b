import type { Proxy } from '../prometheus/proxy';

/** Requests to both releases of a service, all the time, as the proxies of its callers would count them. */
export class Pump {
  /** Share of the canary's requests that fail, 0 to 1. */
  errors = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(proxy: Proxy, service: string) {
    this.timer = setInterval(() => {
      const failed = Math.round(50 * this.errors);
      proxy.send({ service, version: 'stable' }, 50);
      proxy.send({ service, version: 'canary' }, 50 - failed);
      if (failed > 0) {
        proxy.send({ service, version: 'canary' }, failed, 503);
      }
    }, 100);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
