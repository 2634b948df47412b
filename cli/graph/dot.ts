import type { Graph, GraphCall, GraphNamespace, GraphPods, GraphService } from '../../lib/analysis/graph/graph';
import { callLines, type CallState, findingLines, idsIn, podsLines, shown, stateOf } from './words';

type Ids = ReadonlyMap<string, string>;

const lines: Readonly<Record<CallState, string>> = { open: 'solid', partly: 'dashed', refused: 'dotted' };

/** The language of Graphviz. Classes are for the style sheet of the SVG. */
export function dotText(graph: Graph): string {
  const ids = idsIn(graph);
  return [
    'digraph mesh {',
    '  graph [rankdir=LR, fontname="Arial", fontsize=14, bgcolor=transparent, nodesep=0.3, ranksep=0.9]',
    '  node [shape=box, style=rounded, fontname="Arial", fontsize=14]',
    '  edge [fontname="Arial", fontsize=12]',
    ...graph.namespaces.flatMap((namespace, index) => namespaceLines(namespace, `cluster_${index}`, ids)),
    ...graph.hosts.map(({ id, name }) => `  ${ids.get(id)} [label=${quoted([shown(name)])}, class=host, shape=oval]`),
    ...graph.calls.map((call) => callLine(call, ids)),
    '}',
  ].join('\n');
}

function namespaceLines({ name, services, pods, findings }: GraphNamespace, cluster: string, ids: Ids): string[] {
  return [
    `  subgraph ${cluster} {`,
    `    label=${quoted([`namespace ${shown(name)}`, ...findingLines(findings)])}; class=namespace; style=rounded`,
    ...services.flatMap((service, index) => serviceLines(service, `${cluster}_${index}`, ids)),
    ...pods.map((one) => `    ${podsLine(one, ids)}`),
    '  }',
  ];
}

function serviceLines({ name, pods, findings }: GraphService, cluster: string, ids: Ids): string[] {
  const empty = pods.length === 0 ? [`      ${cluster} [label="no pods", class=empty, style=dashed]`] : [];
  return [
    `    subgraph ${cluster} {`,
    `      label=${quoted([shown(name), ...findingLines(findings)])}; class=service; style=rounded`,
    ...pods.map((one) => `      ${podsLine(one, ids)}`),
    ...empty,
    '    }',
  ];
}

function podsLine(pods: GraphPods, ids: Ids): string {
  const kind = pods.findings.length > 0 ? 'faulty' : pods.hosts.length > 0 ? 'gateway' : 'pods';
  return `${ids.get(pods.id)} [label=${quoted(podsLines(pods))}, class=${kind}]`;
}

function callLine(call: GraphCall, ids: Ids): string {
  const state = stateOf(call);
  const label = quoted(callLines(call));
  return `  ${ids.get(call.from)} -> ${ids.get(call.to)} [label=${label}, class=${state}, style=${lines[state]}]`;
}

/** Graphviz reads backslashes and entities of HTML in labels. */
function quoted(texts: readonly string[]): string {
  const safe = texts.map((text) => text.replace(/&/g, '&amp;').replace(/\\/g, '\\\\').replace(/"/g, '\\"'));
  return `"${safe.join('\\n')}"`;
}
