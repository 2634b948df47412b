import { istioVersion } from '../../lib/versions';
import { projectFiles, textOf } from './project-files';

const minor = istioVersion.replace(/\.\d+$/, '');

/** What is written by a program, or says of data of others which version it is of. */
const elsewhere = /^(imports\/|package-lock\.json$|NOTICE$)|\/__snapshots__\//;

const ours = projectFiles().filter(
  (file) => !elsewhere.test(file) && /(^|\/)[^.]+$|\.(ts|js|md|ya?ml|json)$/.test(file),
);

/** Each place where the pattern says something else than it should. */
function others(pattern: RegExp, expected: readonly string[]): string[] {
  return ours.flatMap((file) =>
    [...textOf(file).matchAll(pattern)]
      .filter(([, found = '']) => !expected.includes(found))
      .map(([text]) => `${file}: ${text}`),
  );
}

describe(`Istio ${istioVersion}`, () => {
  it('is what every link to the source of Istio leads to: to the branch that the release is on', () => {
    expect(others(/github\.com\/istio\/\w+\/(?:blob|tree)\/([^/\s]+)\//g, [`release-${minor}`])).toEqual([]);
  });

  it('is the version that every text about Istio names', () => {
    expect(others(/\bIstio (\d+\.\d+(?:\.\d+)?)\b/g, [minor])).toEqual([]);
  });

  it('stands with its patch number in one place', () => {
    const patches = new RegExp(`\\b${minor.replace('.', '\\.')}\\.\\d+\\b`);
    expect(ours.filter((file) => patches.test(textOf(file)))).toEqual(['lib/versions.ts']);
  });
});
