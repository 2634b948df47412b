import { fields, flag, item, list, text } from './lenient';
import { labelSelector, targetReference } from './selector';
import { viewerOf } from './view';

const section = list(item({ providers: list(item({ name: text })), disabled: flag }));

/** @see https://istio.io/latest/docs/reference/config/telemetry/ */
export const telemetry = viewerOf('telemetry.istio.io', 'Telemetry', {
  selector: labelSelector,
  targetRef: fields(targetReference),
  targetRefs: list(item(targetReference)),
  tracing: section,
  metrics: section,
  accessLogging: section,
});

export type Telemetry = ReturnType<typeof telemetry.view>;
