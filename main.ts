/**
 * The lab: reads what it shall be, renders both apps, and proves what was rendered. Runs as it is
 * (`npm start`: all of it), and as the app of `cdktf` (Terraform JSON only) and `cdk8s` (YAML only),
 * which say by an environment variable where their part goes.
 */
import './cli/interpreted-schemas';
import { exitWith } from './cli/exit';
import { readLab } from './cli/read/read-lab';
import { publish } from './cli/render/publish';
import { kubernetesOutput, terraformOutput } from './cli/render/render';
import { renderAndProve } from './cli/render/render-and-prove';
import { renderedFolders } from './cli/render/rendered-folders';
import { refusal, strangersIn, summary } from './cli/render/summary';
import { print } from './cli/print';

const { CDKTF_OUTDIR, CDK8S_OUTDIR } = process.env;

void exitWith(async () => {
  const lab = readLab(process.env);
  if (CDKTF_OUTDIR !== undefined) {
    await publish([terraformOutput(lab, CDKTF_OUTDIR)]);
  } else if (CDK8S_OUTDIR !== undefined) {
    await publish([kubernetesOutput(lab, CDK8S_OUTDIR)]);
  } else {
    const { proof, files } = await renderAndProve(lab);
    print(
      [
        proof.text,
        proof.isFine ? summary(files, strangersIn(renderedFolders.kubernetes, files), lab.settings) : refusal,
      ].join('\n\n'),
    );
    process.exitCode = proof.isFine ? 0 : 1;
  }
});
