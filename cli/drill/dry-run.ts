import { stringify } from 'yaml';
import { subjectName } from '../../lib/drill/change';
import { filesOf, writeFiles } from './drill-files';
import { findingLines } from './finding-lines';
import type { Prepared } from './perform';

/**
 * What a drill would do, without a cluster.
 * @param dir a folder to write all files to, the broken ones among them
 */
export function dryRun(prepared: Prepared, dir?: string): { readonly json: unknown; readonly text: string } {
  const { drill, changes, objects, findings } = prepared;
  const { name, breaks, fix, prediction } = drill;
  const broken = objects.filter(({ isChanged }) => isChanged).map(({ content }) => content);
  const removed = changes.filter(({ mutate }) => mutate({}) === undefined).map(({ subject }) => subjectName(subject));
  const symptom = drill.symptom(prepared.scene).shows;
  if (dir !== undefined) {
    writeFiles(dir, filesOf(objects));
  }
  const comments = [
    `${name}: ${breaks}`,
    ...findingLines(prediction, findings),
    `shows: ${symptom}`,
    `fix: ${fix}`,
    ...removed.map((one) => `removed: ${one}`),
    ...(dir === undefined ? [] : [`written to ${dir}; see what finds it: lab check ${dir}`]),
  ];
  const yaml =
    dir === undefined && broken.length > 0
      ? [
          broken
            .map((one) => stringify(one))
            .join('---\n')
            .trimEnd(),
        ]
      : [];
  return {
    json: { drill: name, breaks, prediction, findings, symptom, objects: broken, removed, fix },
    text: [...comments.map((line) => `# ${line}`), ...yaml].join('\n'),
  };
}
