import { instance } from '@viz-js/viz';
import type { Graph } from '../../lib/analysis/graph/graph';
import { dotText } from './dot';
import { lock } from './words';

/** The looks of the picture, on light and on dark pages. */
export const pictureStyle = `
.mesh { --ink: #1f2328; --line: #57606a; --box: #fff; --area: #f6f8fa; --inner: #eaeef2; --entry: #ddf4ff; --bad: #b3261e; --half: #8a5a00; }
@media (prefers-color-scheme: dark) {
  .mesh { --ink: #e6edf3; --line: #9198a1; --box: #0d1117; --area: #161b22; --inner: #21262d; --entry: #0c2d4d; --bad: #ff8f87; --half: #e0b050; }
}
.mesh text { fill: var(--ink); font: 12px system-ui, sans-serif; }
.mesh .edge text { font-size: 10px; }
.mesh .node path, .mesh .node ellipse { fill: var(--box); stroke: var(--line); }
.mesh .node.gateway path { fill: var(--entry); }
.mesh .node.faulty path { stroke: var(--bad); stroke-width: 2; }
.mesh .node .lock { fill: none; stroke: var(--ink); stroke-width: 1.5; }
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

/** Fonts without the sign are common, so it is drawn. */
const lockLine = new RegExp(`<text [^>]*?x="([-\\d.]+)" y="([-\\d.]+)"[^>]*>${lock}</text>`, 'gu');
const lockShape = '<path class="lock" transform="translate($1 $2)" d="M-5 -5h10v7h-10zM-3 -5v-2.5a3 3 0 0 1 6 0v2.5"/>';

/** A picture that stands alone: no script, no font, nothing from elsewhere. Labels are escaped by Graphviz. */
export async function svgText(graph: Graph): Promise<string> {
  const viz = await instance();
  const drawn = viz.renderString(dotText(graph), { format: 'svg' });
  return drawn
    .slice(drawn.indexOf('<svg'))
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<title>.*?<\/title>\n?/gs, '')
    .replace(lockLine, lockShape)
    .replace('<svg', '<svg class="mesh" role="img" aria-label="Services, releases and calls of the mesh"')
    .replace('>', `><style>${pictureStyle}</style>`)
    .trimEnd();
}
