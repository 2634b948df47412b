import { renderAndProve } from '../render/render-and-prove';
import { proofText } from '../render/proof-text';
import { refusal } from '../render/summary';
import type { Lab } from '../read/read-lab';

/**
 * Renders the lab and proves what is rendered, as `npm start` does.
 * @returns what it did, in one line
 * @throws Error with the whole proof if anything in it is not as it should be; nothing is replaced then
 */
export async function rendered(lab: Lab): Promise<string> {
  const { files, proof } = await renderAndProve(lab);
  if (!proof.isFine) {
    throw new Error(`what was rendered is not as it should be:\n\n${proofText(proof)}\n\n${refusal}`);
  }
  return `${files.length} files, proved`;
}
