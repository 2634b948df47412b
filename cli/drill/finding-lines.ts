import type { Finding } from '../../lib/analysis/finding';
import type { Prediction } from '../../lib/drill/drill';

/** Who predicts a fault, in words. */
export function findingLines(prediction: Prediction, findings: readonly Finding[]): string[] {
  return prediction.by === 'check'
    ? findings.map(
        ({ code, file, line, object, message }) => `predicted by ${code} ${file}:${line} ${object}: ${message}`,
      )
    : [`predicted by no check of files: ${prediction.because}`];
}
