import { bootstrapOf, type Surroundings } from './bootstrap';
import { Collector } from './collector';
import { type Proxy, startProxy } from './proxy';
import type { IstioObjects } from './rendered';
import { type Answers, Upstream } from './upstream';

/** What a test starts, for its end to stop: also where the test failed halfway. */
export class Stage {
  readonly #started: { stop(): Promise<void> }[] = [];

  async upstream(answers: Answers): Promise<Upstream> {
    const upstream = new Upstream(answers);
    await upstream.start();
    this.#started.push(upstream);
    return upstream;
  }

  async collector(): Promise<Collector> {
    const collector = new Collector();
    await collector.start();
    this.#started.push(collector);
    return collector;
  }

  /** An Envoy before the upstreams. */
  async proxy(
    objects: IstioObjects,
    upstreams: readonly Upstream[],
    surroundings: Omit<Surroundings, 'upstreams'> = {},
  ): Promise<Proxy> {
    const ports = upstreams.map(({ port }) => port);
    const proxy = await startProxy(bootstrapOf(objects, { ...surroundings, upstreams: ports }));
    this.#started.push(proxy);
    return proxy;
  }

  /** Stops everything, the last first. */
  async clear(): Promise<void> {
    const started = this.#started.splice(0).reverse();
    const results = await Promise.allSettled(started.map((thing) => thing.stop()));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result] : []));
    if (failures.length > 0) {
      throw new AggregateError(failures.map(({ reason }): unknown => reason));
    }
  }
}
