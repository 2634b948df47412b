import * as z from 'zod';
import { fields, item, list, number, scalarLabels, text } from '../manifest/lenient';
import { targetReference } from './selector';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/ */
export const envoyFilter = viewerOf('networking.istio.io', 'EnvoyFilter', {
  workloadSelector: fields({ labels: scalarLabels }),
  targetRefs: list(item(targetReference)),
  priority: number,
  configPatches: list(
    item({
      applyTo: text,
      match: fields({
        context: text,
        proxy: fields({ proxyVersion: text }),
        listener: z.unknown().optional(),
        waypoint: z.unknown().optional(),
        routeConfiguration: fields({ vhost: fields({ name: text }) }),
      }),
      patch: fields({ operation: text, filterClass: text, value: z.unknown().optional() }),
    }),
  ),
});

export type EnvoyFilter = ReturnType<typeof envoyFilter.view>;
