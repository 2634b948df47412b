import type { Lab } from '../read/read-lab';
import { isBeside } from './folders-beside';
import { type Proof, proofOf } from './proof';
import { type Published, publishProved, refusedFolder } from './publish';
import { renderedFolders } from './rendered-folders';
import { kubernetesOutput, terraformOutput } from './render';

/** Renders the lab, proves what is rendered, and publishes what is proved; else it lies in the folder `refused`. */
export function renderAndProve(lab: Lab): Promise<Published<Proof>> {
  const outputs = [terraformOutput(lab, renderedFolders.terraform), kubernetesOutput(lab, renderedFolders.kubernetes)];
  return publishProved(outputs, (files, folder) => {
    const yaml = files.filter((file) => file.endsWith('.yaml') && !isBeside(file));
    const proof = proofOf(yaml, lab.settings);
    // For the reader, who finds them there.
    const named = (text: string): string => text.replaceAll(folder, refusedFolder);
    return { ...proof, parts: proof.parts.map((part) => ({ ...part, text: named(part.text) })) };
  });
}
