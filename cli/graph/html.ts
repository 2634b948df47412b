import { createHash } from 'node:crypto';
import type { Graph } from '../../lib/analysis/graph/graph';
import { pictureStyle, svgText } from './svg';
import { findingsIn, placeText } from './findings';

const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem; }
figure { margin: 0; overflow: auto; }
#full:not(:checked) ~ figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 1rem 0.25rem 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
@media print { figure { overflow: visible; } figure svg { max-width: 100%; height: auto; } }
`;

/** A page that stands alone: the picture, and what is wrong in words. It may load and run nothing. */
export async function htmlText(graph: Graph): Promise<string> {
  const styles = [pageStyle, pictureStyle].map(hashOf).join(' ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styles}">
<meta name="viewport" content="width=device-width">
<title>Mesh</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Mesh</h1>
<p>A lock: takes mutual TLS alone. Dashed: some requests are refused; dotted: all are.</p>
<input type="checkbox" id="full"> <label for="full">Full size</label>
<figure tabindex="0" role="group" aria-label="Picture of the mesh, which scrolls">
${await svgText(graph)}
</figure>
<h2>Findings</h2>
${findingsTable(graph)}
</main>
</body>
</html>`;
}

function findingsTable(graph: Graph): string {
  const rows = findingsIn(graph).map((finding) => {
    const cells = [finding.code, finding.level, placeText(finding), finding.object, finding.message, finding.remedy];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  const heads = ['code', 'level', 'place', 'object', 'found', 'remedy'].map((name) => `<th scope="col">${name}</th>`);
  return rows.length === 0
    ? '<p>Nothing found.</p>'
    : ['<table>', `<thead><tr>${heads.join('')}</tr></thead>`, '<tbody>', ...rows, '</tbody>', '</table>'].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
