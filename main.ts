/**
 * The lab: reads what it shall be, renders both apps, and proves what was rendered. Runs as it is
 * (`npm start`: all of it), and as the app of `cdktf` (Terraform JSON only) and `cdk8s` (YAML only),
 * which say by an environment variable where their part goes.
 */
import './cli/interpreted-schemas';
import { exitWith } from './cli/exit';
import { readLab } from './cli/read/read-lab';
import { proofOf } from './cli/render/proof';
import { publish } from './cli/render/publish';
import { kubernetesOutput, terraformOutput } from './cli/render/render';
import { isBeside } from './cli/render/folders-beside';
import { summary } from './cli/render/summary';
import { print } from './cli/print';

const { CDKTF_OUTDIR, CDK8S_OUTDIR } = process.env;

void exitWith(() => {
  const lab = readLab(process.env);
  if (CDKTF_OUTDIR !== undefined) {
    publish([terraformOutput(lab, CDKTF_OUTDIR)]);
  } else if (CDK8S_OUTDIR !== undefined) {
    publish([kubernetesOutput(lab, CDK8S_OUTDIR)]);
  } else {
    const files = publish([terraformOutput(lab, 'cdktf.out'), kubernetesOutput(lab, 'dist')]);
    const proof = proofOf(
      files.filter((file) => file.endsWith('.yaml') && !isBeside(file)),
      lab.settings,
    );
    print([proof.text, summary(files, lab.settings)].join('\n\n'));
    process.exitCode = proof.isFine ? 0 : 1;
  }
});
