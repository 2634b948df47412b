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
