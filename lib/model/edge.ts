import type { CallScope } from './call';
import type { Resilience } from './resilience';
import type { Service } from './service';

/** A service that the outside world reaches through the ingress gateway. */
export interface Edge extends CallScope, Resilience {
  readonly service: Service;
  /** Host names that requests from outside carry. */
  readonly hosts: readonly [string, ...string[]];
}
