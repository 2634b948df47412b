import { Program } from '../parts/program';
import { prometheusProgram } from '../parts/prometheus';

/** Runs promtool in a folder with some files. @throws with its last lines if it finds fault */
export async function promtool(args: readonly string[], files: Readonly<Record<string, string>>): Promise<void> {
  const program = new Program('promtool', [prometheusProgram('promtool'), ...args], { files });
  try {
    await program.success();
  } finally {
    await program.stop();
  }
}
