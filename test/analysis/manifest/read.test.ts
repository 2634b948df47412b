import { readManifests } from '../../../lib/analysis/manifest/read';

function problemLines(text: string): (number | undefined)[] {
  return readManifests([{ name: 'web.yaml', text }]).problems.map(({ line }) => line);
}

describe('a document that is no YAML', () => {
  it('is one problem, however much follows from it', () => {
    expect(problemLines('kind: A\nspec:\n  {{- if .Values.on }}\n  a: 1\n  {{- end }}\n')).toEqual([3]);
  });

  it('is as many as it has keys that are there twice', () => {
    expect(problemLines('kind: A\nkind: B\nspec:\n  a: 1\n  a: 2\n')).toEqual([2, 5]);
  });
});

describe('a document that no API server takes', () => {
  it.each(['.inf', '-.INF', '.nan', '1e400'])('because of %s has a problem with the line of the number', (number) => {
    const text = `apiVersion: v1\nkind: A\nmetadata: { name: a }\nspec: { x: ${number} }\n`;
    const { manifests, problems } = readManifests([{ name: 'web.yaml', text }]);
    expect(manifests).toEqual([]);
    expect(problems).toMatchObject([{ line: 4, value: `spec: { x: ${number} }` }]);
    expect(problems[0]?.rule).toContain(number);
  });

  it('because it nests too deep has one, and the others are read', () => {
    const web = 'apiVersion: v1\nkind: A\nmetadata: { name: a }\n';
    const text = `${web}---\n${web}spec: ${'['.repeat(10_000)}\n---\n${web}`;
    const { manifests, problems } = readManifests([{ name: 'web.yaml', text }]);
    expect(manifests.map(({ origin }) => origin.document.firstLine)).toEqual([1, 9]);
    expect(problems).toMatchObject([{ line: 8, rule: 'values are nested at most 200 levels deep' }]);
  });

  it('because aliases nest too deep has one', () => {
    const nested = (inner: string): string => `${'['.repeat(150)}${inner}${']'.repeat(150)}`;
    const text = `apiVersion: v1\nkind: A\nmetadata: { name: a }\nx: &x ${nested('1')}\ny: ${nested('*x')}\n`;
    const { manifests, problems } = readManifests([{ name: 'web.yaml', text }]);
    expect(manifests).toEqual([]);
    expect(problems).toMatchObject([{ line: 1, rule: 'values are nested at most 200 levels deep' }]);
  });

  it('is none where text only looks like such a number', () => {
    const text = 'apiVersion: v1\nkind: A\nmetadata: { name: a }\ndata: { a: ".inf", b: a.info, c: 1e400x }\n';
    expect(readManifests([{ name: 'web.yaml', text }]).problems).toEqual([]);
  });
});

describe('words that are text in YAML 1.2 and not in 1.1', () => {
  it.each([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['OFF', false],
    ['no', false],
    ['8_080', 8080],
    ['"yes"', 'yes'],
    ['yEs', 'yEs'],
    ['8_080a', '8_080a'],
  ])('are what kubectl reads, with an alias beside them or without: %s', (written, value) => {
    const text = `apiVersion: v1\nkind: A\nmetadata: { name: a }\nx: ${written}\n`;
    const read = [text, `${text}y1: &y 1\nz: *y\n`].map((one) => readManifests([{ name: 'a.yaml', text: one }]));
    expect(read.map(({ manifests }) => manifests[0]?.content['x'])).toEqual([value, value]);
  });
});
