import type { Graph, GraphNamespace, GraphPods, GraphService } from '../../lib/analysis/graph/graph';
import { callLines, type CallState, findingLines, idsIn, podsLines, shown, stateOf } from './words';

type Ids = ReadonlyMap<string, string>;

const arrows: Readonly<Record<CallState, string>> = { open: '-->', partly: '-.->', refused: '--x' };

/** A flowchart as Markdown pages show it in a block of `mermaid`. */
export function mermaidText(graph: Graph): string {
  const ids = idsIn(graph);
  return [
    'flowchart LR',
    ...graph.namespaces.flatMap((namespace, index) => namespaceLines(namespace, `c${index}`, ids)),
    ...graph.hosts.map(({ id, name }) => `  ${ids.get(id)}([${quoted([shown(name)])}])`),
    ...graph.calls.map((call) => {
      const arrow = `${arrows[stateOf(call)]}|${quoted(callLines(call))}|`;
      return `  ${ids.get(call.from)} ${arrow} ${ids.get(call.to)}`;
    }),
  ].join('\n');
}

function namespaceLines({ name, services, pods, findings }: GraphNamespace, id: string, ids: Ids): string[] {
  return [
    `  subgraph ${id} [${quoted([`namespace ${shown(name)}`, ...findingLines(findings)])}]`,
    ...services.flatMap((service, index) => serviceLines(service, `${id}_${index}`, ids)),
    ...pods.map((one) => `    ${podsLine(one, ids)}`),
    '  end',
  ];
}

function serviceLines({ name, pods, findings }: GraphService, id: string, ids: Ids): string[] {
  return [
    `    subgraph ${id} [${quoted([shown(name), ...findingLines(findings)])}]`,
    ...(pods.length === 0 ? [`      ${id}_none["no pods"]`] : []),
    ...pods.map((one) => `      ${podsLine(one, ids)}`),
    '    end',
  ];
}

function podsLine(pods: GraphPods, ids: Ids): string {
  return `${ids.get(pods.id)}[${quoted(podsLines(pods))}]`;
}

/** Mermaid has its own entities, `#34;`, and reads Markdown and HTML in labels: all but letters, digits and the plainest signs become entities. */
function quoted(texts: readonly string[]): string {
  const safe = texts.map((text) => text.replace(/[^\p{L}\p{N} .:/%,()-]/gu, (sign) => `#${sign.codePointAt(0)};`));
  return `"${safe.join('<br>')}"`;
}
