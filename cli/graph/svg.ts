import { instance } from '@viz-js/viz';
import type { Graph } from '../../lib/analysis/graph/graph';
import { dotText } from './dot';

/** The looks of the picture, on light and on dark pages. */
export const pictureStyle = `
.mesh { --ink: #1f2328; --line: #57606a; --box: #fff; --area: #f6f8fa; --inner: #eaeef2; --entry: #ddf4ff; --bad: #b3261e; --half: #8a5a00; }
@media (prefers-color-scheme: dark) {
  .mesh { --ink: #e6edf3; --line: #9198a1; --box: #0d1117; --area: #161b22; --inner: #21262d; --entry: #0c2d4d; --bad: #ff8f87; --half: #e0b050; }
}
.mesh text { fill: var(--ink); }
.mesh .node path, .mesh .node ellipse { fill: var(--box); stroke: var(--line); }
.mesh .node.gateway path { fill: var(--entry); }
.mesh .node.faulty path { stroke: var(--bad); stroke-width: 2; }
.mesh .cluster path { stroke: var(--line); stroke-width: 0.5; }
.mesh .cluster.namespace path { fill: var(--area); }
.mesh .cluster.service path { fill: var(--inner); }
.mesh .edge path { stroke: var(--line); }
.mesh .edge polygon { fill: var(--line); stroke: var(--line); }
.mesh .edge.partly path { stroke: var(--half); }
.mesh .edge.refused path { stroke: var(--bad); }
.mesh .edge.partly text { fill: var(--half); }
.mesh .edge.refused text { fill: var(--bad); }
`;

/** A picture that stands alone: no script, no font, nothing from elsewhere. Labels are escaped by Graphviz. */
export async function svgText(graph: Graph): Promise<string> {
  const viz = await instance();
  const drawn = viz.renderString(dotText(graph), { format: 'svg' });
  return drawn
    .slice(drawn.indexOf('<svg'))
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<title>.*?<\/title>\n?/gs, '')
    .replace('<svg', '<svg class="mesh" role="img" aria-label="Services, releases and calls of the mesh"')
    .replace('>', `><style>${pictureStyle}</style>`)
    .trimEnd();
}
