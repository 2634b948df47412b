import * as z from 'zod';
import { type KubeObject, named } from '../support/kube-objects';

const Spec = z.object({
  http: z.array(
    z.object({
      name: z.string(),
      match: z.array(z.unknown()).optional(),
      route: z.array(z.object({ destination: z.object({ subset: z.string() }), weight: z.number().optional() })),
    }),
  ),
});

/** One rule of a route: its name, what it asks of a request, and the share of each release. */
export interface Rule {
  readonly name: string;
  readonly match: readonly unknown[] | undefined;
  readonly shares: Readonly<Record<string, number | undefined>>;
}

/** The rules of a service's route, in the order in which they are tried. */
export function rulesOf(service: string, objects: readonly KubeObject[]): Rule[] {
  const { http } = Spec.parse(named('VirtualService', `${service}-vs`, objects)['spec']);
  return http.map(({ name, match, route }) => ({
    name,
    match,
    shares: Object.fromEntries(route.map(({ destination, weight }) => [destination.subset, weight])),
  }));
}
