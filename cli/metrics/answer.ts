import * as z from 'zod';
import type { Fault } from '../../lib/canary/measurement';
import type { Series } from '../../lib/canary/series';
import type { Page } from './ask';

const point = z.tuple([z.number(), z.string()]).transform(([at, value]) => ({ at, value }));
const labels = z.record(z.string(), z.string());

/** The forms of an answer: of a query for numbers, for samples of a range, and for a single number without labels. */
const data = z.discriminatedUnion('resultType', [
  z.object({ resultType: z.literal('vector'), result: z.array(z.object({ metric: labels, value: point })) }),
  z.object({ resultType: z.literal('matrix'), result: z.array(z.object({ metric: labels, values: z.array(point) })) }),
  z.object({ resultType: z.literal('scalar'), result: point }),
]);
const success = z.object({ status: z.literal('success'), data, warnings: z.array(z.string()).default([]) });
const failure = z.object({ status: z.literal('error'), error: z.string() });

/** Reads what Prometheus says to a query. An answer with warnings is not the whole one. */
export function answerOf({ status, body }: Page): Series[] | Fault {
  const content = parsed(body);
  if (status !== 200) {
    const { data: said } = failure.safeParse(content);
    return { kind: 'http', status, because: said?.error ?? '' };
  }
  const answer = success.safeParse(content);
  if (!answer.success) {
    const said = failure.safeParse(content);
    return {
      kind: 'malformed',
      because: said.data?.error ?? `an answer that begins with ${JSON.stringify(body.slice(0, 60))}`,
    };
  }
  const { warnings, data: found } = answer.data;
  return warnings.length > 0 ? { kind: 'partial', warnings } : seriesOf(found);
}

function seriesOf(found: z.output<typeof data>): Series[] {
  switch (found.resultType) {
    case 'scalar':
      return [{ labels: {}, points: [found.result] }];
    case 'vector':
      return found.result.map(({ metric, value }) => ({ labels: metric, points: [value] }));
    case 'matrix':
      return found.result.map(({ metric, values }) => ({ labels: metric, points: values }));
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
