import * as z from 'zod';

/** The answer of a process that tells who it is and whom it asked. */
interface Told {
  readonly name: string;
  readonly code?: number | undefined;
  readonly upstream_calls?: Readonly<Record<string, Told>> | undefined;
}

const told: z.ZodType<Told> = z.lazy(() =>
  z.object({
    name: z.string(),
    code: z.number().optional().catch(undefined),
    upstream_calls: z.record(z.string(), told).optional().catch(undefined),
  }),
);

/** The releases that a request went through, the one that answered first; empty where the answer does not tell. */
export function callPath(body: string): string[] {
  return namesIn(toldIn(body));
}

/** Who answered; nothing where the answer does not tell. */
export function answererOf(body: string): string | undefined {
  return toldIn(body)?.name;
}

function toldIn(body: string): Told | undefined {
  try {
    return told.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function namesIn(answer: Told | undefined): string[] {
  return answer === undefined || answer.name === ''
    ? []
    : [answer.name, ...Object.values(answer.upstream_calls ?? {}).flatMap(namesIn)];
}
