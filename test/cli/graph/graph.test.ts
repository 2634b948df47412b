import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { runLab } from '../run-main';
import { tempFolder } from '../temp-folder';

const name = `a"]<script>alert(1)</script>&lt;b&gt;\\N' end`;

const hostile = ['Service', 'Deployment']
  .map((kind) =>
    JSON.stringify({
      apiVersion: kind === 'Service' ? 'v1' : 'apps/v1',
      kind,
      metadata: { name, namespace: name },
      spec: {
        selector: kind === 'Service' ? { app: 'a' } : { matchLabels: { app: 'a' } },
        ports: [{ port: 80 }],
        template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a' }] } },
      },
    }),
  )
  .join('\n---\n');

function graph(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return runLab(tempFolder(files), {}, 'graph', '.', ...args);
}

/** The elements of a document of XML, and its texts. @throws Error if it is none */
function read(xml: string): { readonly elements: Set<string>; readonly texts: string[] } {
  const elements = new Set<string>();
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => elements.add(tag.name));
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { elements, texts };
}

describe('lab graph, of hostile names', () => {
  it('draws an SVG that has them as texts alone', async () => {
    const { elements, texts } = read((await graph({ 'app.yaml': hostile })).stdout);
    expect(
      [...elements].filter((element) => !['svg', 'style', 'g', 'path', 'text', 'polygon'].includes(element)),
    ).toEqual([]);
    expect(texts).toContain(name);
  });

  it('draws an SVG of characters that XML does not have', async () => {
    const { texts } = read((await graph({ 'app.yaml': hostile.replaceAll('alert', 'a\\ud800\\ufffe\\u0000') })).stdout);
    expect(texts).toContain(name.replace('alert', 'a\uFFFD\uFFFD\\u0000'));
  });

  it('writes a page that has no script, and may run none', async () => {
    const { stdout } = await graph({ 'app.yaml': hostile }, '--format', 'html');
    expect(stdout).not.toMatch(/<script/i);
    expect(stdout).toMatch(/content="default-src 'none'; style-src 'sha256-[^ ]+' 'sha256-[^ ]+'"/);
  });

  it('quotes them for Mermaid', async () => {
    const { stdout } = await graph({ 'app.yaml': hostile }, '--format', 'mermaid');
    const labels = [...stdout.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label.replaceAll('<br>', ''));
    expect(labels).toContainEqual(expect.stringContaining('#60;script#62;'));
    expect(labels.filter((label) => /[<>[\]'\\&]/.test(label))).toEqual([]);
    expect(stdout.replace(/"[^"]*"/g, '')).toMatch(/^[\w\s[\]|.>()-]*$/);
  });

  it('quotes them for Graphviz', async () => {
    const { stdout } = await graph({ 'app.yaml': hostile }, '--format', 'dot');
    expect(stdout).toContain(`a\\"]<script>alert(1)</script>&amp;lt;b&amp;gt;\\\\N' end`);
  });
});

describe('lab graph', () => {
  it('draws the rest of what can not be read, says what that is, and ends with 2', async () => {
    const { stdout, stderr, exitCode } = await graph({ 'app.yaml': hostile, 'bad.yaml': 'a: [' }, '--format', 'dot');
    expect(stdout).toContain('script');
    expect(stderr).toContain('bad.yaml:1');
    expect(exitCode).toBe(2);
  });

  it('writes the file that it is asked for, the same each time', async () => {
    const folder = tempFolder({ 'app.yaml': hostile });
    const outputs = ['one.svg', 'two.svg'];
    for (const output of outputs) {
      const run = await runLab(folder, {}, 'graph', 'app.yaml', '--output', output);
      expect([run.exitCode, run.stdout]).toEqual([0, '']);
    }
    const [one, two] = outputs.map((output) => readFileSync(join(folder, output), 'utf8'));
    expect(one).toMatch(/^<svg/);
    expect(one).toBe(two);
  });
});
