import * as z from 'zod';

const message = z.looseObject({
  '@message': z.string(),
  type: z.string(),
  change: z.object({ action: z.string(), resource: z.object({ addr: z.string() }) }).optional(),
  changes: z.object({ add: z.number(), change: z.number(), remove: z.number(), operation: z.string() }).optional(),
  diagnostic: z
    .object({
      severity: z.string(),
      summary: z.string(),
      detail: z.string().default(''),
      address: z.string().optional(),
    })
    .optional(),
});

/** One line that Terraform prints with `-json`: what happens, without the values of attributes. */
export type Message = z.output<typeof message>;

/** The messages in a text; lines that are something else are left out. */
export function readMessages(text: string): Message[] {
  return text.split('\n').flatMap((line) => {
    try {
      const { data } = line.startsWith('{') ? message.safeParse(JSON.parse(line)) : {};
      return data === undefined ? [] : [data];
    } catch {
      return [];
    }
  });
}

/** What is happening now: `kind_cluster.cluster: Still creating... [10s elapsed]`; nothing if the messages don't say. */
export function progressOf(messages: readonly Message[]): string | undefined {
  const told = /^(apply|refresh)_(start|progress|complete|errored)$/;
  return messages.findLast(({ type }) => told.test(type))?.['@message'];
}

/** `3 added, 0 changed, 0 removed`. */
export function changesOf(messages: readonly Message[]): string {
  const { changes } = messages.findLast(({ type }) => type === 'change_summary') ?? {};
  if (changes === undefined || changes.add + changes.change + changes.remove === 0) {
    return 'nothing to change';
  }
  return `${changes.add} added, ${changes.change} changed, ${changes.remove} removed`;
}

/** The resources that a plan deletes, be it to make them anew. */
export function deletedIn(plan: readonly Message[]): string[] {
  return plan.flatMap(({ type, change }) => {
    const isDeleted = type === 'planned_change' && ['delete', 'replace'].includes(change?.action ?? '');
    return isDeleted && change !== undefined ? [change.resource.addr] : [];
  });
}

/** Why it failed: every error it names, each once. */
export function errorsIn(messages: readonly Message[]): string[] {
  const errors = messages.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic] : []));
  return [
    ...new Set(
      errors.map(({ address, summary, detail }) =>
        [address, summary, detail.trim().slice(0, 1000)].filter((part) => part).join(': '),
      ),
    ),
  ];
}

/** The last error in what Terraform prints to people, as `init` does: without the frame around it. */
export function lastError(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[│╷╵]\s?/u, '').trimEnd());
  const start = lines.findLastIndex((line) => line.startsWith('Error: '));
  return (start < 0 ? lines.filter((line) => line !== '').slice(-3) : lines.slice(start, start + 12))
    .filter((line) => line !== '')
    .join('\n');
}
