import type { Graph, GraphCall, GraphPods, Way } from '../../lib/analysis/graph/graph';
import { counted } from '../../lib/canary/format';
import { shortened } from '../../lib/input/shortened';
import { asksText } from '../route/routing-table-text';
import { percent } from '../route/outcome-text';
import { printable } from '../terminal';

/** How a call is drawn: by whether all of its requests are refused, some, or none. */
export type CallState = 'open' | 'partly' | 'refused';

const mostNamed = 6;

/** The line of a label that says that pods take mutual TLS alone. */
export const lock = '🔒';

/** What no document of XML may have: halves of characters, and what is none. */
const noText = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** A text of a file as a picture may have it: on one line, not without end, and nothing that can't be seen. */
export function shown(name: string): string {
  return printable(shortened(name.replace(/\s+/g, ' '), 80)).replace(noText, '\uFFFD');
}

/** What a box of pods says, a line each. */
export function podsLines({ name, replicas, isStrict, hosts, findings }: GraphPods): string[] {
  return [
    ...(isStrict ? [lock] : []),
    shown(name),
    counted(replicas, 'pod'),
    ...few(hosts).map(shown),
    ...findingLines(findings),
  ];
}

/** `2 findings`, if there are some. */
export function findingLines(findings: readonly unknown[]): string[] {
  return findings.length === 0 ? [] : [`⚠ ${counted(findings.length, 'finding')}`];
}

/** What an arrow says: how much of which requests, each once. */
export function callLines({ ways }: GraphCall): string[] {
  return few([...new Set(ways.map(wayText))]);
}

export function stateOf({ ways }: GraphCall): CallState {
  const refused = ways.filter(({ failure }) => failure !== undefined).length;
  return refused === 0 ? 'open' : refused === ways.length ? 'refused' : 'partly';
}

/** A short name for each node, safe in every format: what files say is in labels alone. */
export function idsIn({ namespaces, hosts }: Graph): ReadonlyMap<string, string> {
  const pods = namespaces.flatMap((one) => [...one.services.flatMap((service) => service.pods), ...one.pods]);
  return new Map([...pods, ...hosts].map(({ id }, index) => [id, `n${index}`]));
}

function wayText({ witness, share, failure }: Way): string {
  const asks = asksText({ witness }).split('\n').map(shown).join(', ');
  const how = asks === 'anything else' ? percent(share) : `${asks}: ${percent(share)}`;
  return failure === undefined ? how : `${how} refused`;
}

function few(lines: readonly string[]): string[] {
  return lines.length <= mostNamed
    ? [...lines]
    : [...lines.slice(0, mostNamed), `and ${lines.length - mostNamed} more`];
}
