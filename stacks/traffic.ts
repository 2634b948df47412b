import * as z from 'zod';
import { readDocument } from '../lib/input/document';
import type { Reading, SourceFile } from '../lib/input/source';
import { text } from '../lib/input/field';
import type { Mesh } from '../lib/model/mesh';
import type { Problem } from '../lib/model/problem';
import { pinProblems } from '../lib/model/rules/pins';
import { isSplit, splitProblems } from '../lib/model/rules/splits';
import type { Traffic } from '../lib/model/traffic';

const words = { rule: 'a text', remedy: 'put quotes around it, as in "true"' };

const trafficSchema = z
  .strictObject({
    pins: z.array(z.strictObject({ header: text(/^/, words), value: text(/^/, words) })).default([]),
    splits: z.record(z.string(), z.unknown()).default({}),
  })
  .transform(({ pins, splits }): Traffic => ({ pins, splits: new Map(typedSplits(splits)) }));

/**
 * Reads `traffic.yaml`.
 * @param mesh the services whose traffic it is about, and the calls between them
 */
export function readTraffic(source: SourceFile, mesh: Pick<Mesh, 'services' | 'calls'>): Reading<Traffic> {
  const called = new Set(mesh.calls.map((call) => call.callee));
  const modelRules = (found: unknown): Problem[] => {
    const pins = foundPins.safeParse(found).data?.pins ?? [];
    const splits = foundSplits.safeParse(found).data?.splits ?? {};
    return [...splitProblems(Object.entries(splits), mesh.services, called), ...pinProblems(pins)];
  };
  return readDocument(source, trafficSchema, modelRules);
}

/**
 * The two parts as far as they have their shape, whatever is wrong with the rest: in place of a
 * value that is no text stands one that no rule objects to.
 */
const foundPins = z.object({
  pins: z.array(z.object({ header: z.unknown(), value: z.unknown() })).transform((pins) =>
    pins.map(({ header, value }, index) => ({
      header: textOr('x-any', header),
      value: textOr(String(index), value),
    })),
  ),
});

// As found: a record would drop the key __proto__ without a word.
const foundSplits = z.object({ splits: z.custom<object>((value) => typeof value === 'object' && value !== null) });

function textOr(other: string, value: unknown): string {
  return typeof value === 'string' ? value : other;
}

function typedSplits(splits: Record<string, unknown>) {
  return Object.entries(splits).flatMap(([name, split]) => (isSplit(split) ? [[name, split] as const] : []));
}
