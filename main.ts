/**
 * The lab: reads what it shall be, renders both apps, and proves what was rendered. Runs as it is
 * (`npm start`: all of it; with `--details` the proof is printed with all its tables), and as the app of `cdktf` (Terraform
 * JSON only) and `cdk8s` (YAML only), which say by an environment variable where their part goes.
 */
import './cli/interpreted-schemas';
import { Command } from 'commander';
import { exitWith } from './cli/exit';
import { readLab } from './cli/read/read-lab';
import { publish } from './cli/render/publish';
import { kubernetesOutput, terraformOutput } from './cli/render/render';
import { renderAndProve } from './cli/render/render-and-prove';
import { proofDetails, proofText } from './cli/render/proof-text';
import { renderedFolders } from './cli/render/rendered-folders';
import { furtherCommands, refusal, strangersIn, summary } from './cli/render/summary';
import { print } from './cli/print';
import { isColoured, painter } from './cli/terminal';

const { CDKTF_OUTDIR, CDK8S_OUTDIR } = process.env;

void exitWith(async () => {
  const { details } = usage().parse().opts<{ details?: boolean }>();
  const lab = readLab(process.env);
  if (CDKTF_OUTDIR !== undefined) {
    await publish([terraformOutput(lab, CDKTF_OUTDIR)]);
  } else if (CDK8S_OUTDIR !== undefined) {
    await publish([kubernetesOutput(lab, CDK8S_OUTDIR)]);
  } else {
    const { proof, files } = await renderAndProve(lab);
    const paint = painter(isColoured(process.stdout, process.env));
    print(
      [
        ...(details === true ? [proofDetails(proof)] : []),
        proofText(proof, paint),
        ...(details === true ? [] : [furtherCommands]),
        proof.isFine ? summary(files, strangersIn(renderedFolders.kubernetes, files), lab.settings) : refusal,
      ].join('\n\n'),
    );
    process.exitCode = proof.isFine ? 0 : 1;
  }
});

function usage(): Command {
  return new Command('npm start --')
    .description('renders the lab, and proves what was rendered')
    .option('--details', 'print the proof with all its tables')
    .option('--debug', 'show stack traces')
    .allowExcessArguments(false)
    .exitOverride();
}
