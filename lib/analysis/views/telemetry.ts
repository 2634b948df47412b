import { fields, flag, item, list, mapping, text } from '../manifest/lenient';
import { labelSelector, targetReference } from './selector';
import { viewerOf } from './view';

const entry = { providers: list(item({ name: text })), disabled: flag };
const section = list(item(entry));

/** @see https://istio.io/latest/docs/reference/config/telemetry/ */
export const telemetry = viewerOf('telemetry.istio.io', 'Telemetry', {
  selector: labelSelector,
  targetRef: fields(targetReference),
  targetRefs: list(item(targetReference)),
  tracing: section,
  metrics: list(
    item({ ...entry, overrides: list(item({ tagOverrides: mapping(item({ operation: text, value: text })) })) }),
  ),
  accessLogging: list(item({ ...entry, filter: fields({ expression: text }) })),
});

export type Telemetry = ReturnType<typeof telemetry.view>;
