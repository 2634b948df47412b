import { documentsIn } from '../../../lib/analysis/manifest/document';
import { readManifests } from '../../../lib/analysis/manifest/read';

const map = (name: string, more = ''): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { text: more } });
const read = (text: string) => readManifests([{ name: 'some.json', text }]);

describe('objects of JSON in one file', () => {
  it.each([
    ['on lines of their own', `${map('a')}\n${map('b')}\n`],
    ['without anything between', `${map('a')}${map('b')}`],
    [
      'over several lines',
      [map('a'), map('b')].map((one) => JSON.stringify(JSON.parse(one), undefined, 2)).join('\n\n'),
    ],
    ['with braces and quotes in texts', `${map('a', '}{ "')}\n${map('b', '\\"}{')}`],
    ['between markers of YAML', `${map('a')}\n---\n${map('b')}`],
  ])('are read one after another: %s', (_, text) => {
    const { manifests, problems } = read(text);
    expect(problems).toEqual([]);
    expect(manifests.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('have the lines of the file', () => {
    expect(
      documentsIn({ name: 'some.json', text: `{\n"a": 1\n}\n{\n"b": 2\n}\n` }).map((one) => one.firstLine),
    ).toEqual([1, 3]);
  });

  it('are one document where one of them is no JSON', () => {
    expect(documentsIn({ name: 'some.yaml', text: '{ a: 1 }\n{ b: 2 }\n' })).toHaveLength(1);
    expect(read(`${map('a')}\n{ b: `).problems).toHaveLength(1);
  });
});
