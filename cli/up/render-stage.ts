import { proofOf } from '../render/proof';
import { publish } from '../render/publish';
import { kubernetesOutput, terraformOutput } from '../render/render';
import { isBeside } from '../render/folders-beside';
import type { Lab } from '../read/read-lab';

/** Folders of what was rendered, in the current one. */
export const renderedFolders = { terraform: 'cdktf.out', kubernetes: 'dist' } as const;

/**
 * Renders the lab and proves what was rendered, as `npm start` does.
 * @returns what it did, in one line
 * @throws Error with the whole proof if anything in it is not as it should be
 */
export function renderAndProve(lab: Lab): string {
  const files = publish([
    terraformOutput(lab, renderedFolders.terraform),
    kubernetesOutput(lab, renderedFolders.kubernetes),
  ]);
  const yaml = files.filter((file) => file.endsWith('.yaml') && !isBeside(file));
  const proof = proofOf(yaml, lab.settings);
  if (!proof.isFine) {
    throw new Error(`what was rendered is not as it should be:\n\n${proof.text}`);
  }
  return `${files.length} files, proved`;
}
