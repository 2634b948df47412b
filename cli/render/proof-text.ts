import { painter } from '../terminal';
import type { Proof, ProofPart } from './proof';

/** A line for each part, and everything that is to be said of a part that is not as it should be. */
export function proofText({ parts }: Proof, paint = painter(false)): string {
  const width = Math.max(...parts.map(({ title }) => title.length));
  const lines = parts.map(({ title, summary, isFine }) => {
    const mark = isFine ? paint('green', '✔') : paint('red', '✖');
    return `  ${mark}  ${title.padEnd(width)}  ${summary}`;
  });
  return [lines.join('\n'), ...parts.filter(({ isFine }) => !isFine).map(partText)].join('\n\n');
}

/** Everything that is to be said. */
export function proofDetails({ parts }: Proof): string {
  return parts.map(partText).join('\n\n');
}

function partText({ title, text }: ProofPart): string {
  return `${title}\n${text}`;
}
