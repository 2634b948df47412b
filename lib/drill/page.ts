import { anchorOf } from '../analysis/checks/page';
import { allChecks } from '../analysis/checks/table';
import type { Drill } from './drill';
import type { Scene } from './scene';

/** The page of documentation of all drills: what each breaks, who predicts it, what it shows, and what mends it. */
export function drillsPage(drills: readonly Drill[], scene: Scene): string {
  const entries = drills.map(({ name, prediction }) => {
    const by = prediction.by === 'check' ? linksTo(prediction.codes) : prediction.by;
    return `- [${name}](#${name}): ${by}`;
  });
  return [introduction, 'Who predicts them:', '', ...entries, '', sectionsOf(drills, scene), ''].join('\n');
}

const introduction = `# Drills

A drill breaks one thing on purpose, so that you have seen it before it happens. Each shows which finding predicts it,
what users see while it is there, and what mends it; then it is undone.

\`\`\`sh
lab drill list                                 # every fault there is
lab drill wrong-subset --dry-run               # the broken objects and the finding; no cluster is touched
lab drill wrong-subset --dry-run --dir /tmp/x  # all files, the broken ones among them: lab check /tmp/x
lab drill wrong-subset                         # break it, see it, undo it
lab drill undo                                 # undo what a killed drill has left
\`\`\`

A drill asks the lab first: the symptom must not be there yet. Then it keeps the objects as they are in the ConfigMap
\`istio-system/mesh-lab-drill\`, changes them as field manager \`mesh-lab-drill\`, and sends requests through the gateway
until the symptom is seen, for two minutes at most. It is undone when it ends, when it fails, and on Ctrl-C, SIGTERM and
SIGHUP: every field gets its value and its owner back, so that the next \`kubectl apply --server-side\` meets no conflict.
After \`kill -9\` the next drill, or \`lab drill undo\`, does it. What somebody else has changed in between, as a rollback
does, is left as it is, and named.

It ends with 0 if the symptom was seen, is gone, and every object is as before, else with 1. Real users of the lab would
see the symptom too, so a cluster that the lab did not make is only broken with \`--yes\`. The drills
\`breaker-cannot-eject\`, \`retry-storm\` and \`bad-canary\` need an image that knows \`ERROR_RATE\`, as the stand-in does.

None of these faults is refused by Istio or by the API server: all of them reach users.
`;

function sectionsOf(drills: readonly Drill[], scene: Scene): string {
  return drills
    .map((drill) => {
      const { name, breaks, prediction, fix } = drill;
      const by =
        prediction.by === 'check'
          ? `\`lab check\`: ${linksTo(prediction.codes)}`
          : `no check of files: ${prediction.because}`;
      const lines = [`- Predicted by ${by}.`, `- Users see: ${drill.symptom(scene).shows}.`, `- Mend it: ${fix}.`];
      return [`## ${name}`, '', breaks, '', ...lines].join('\n');
    })
    .join('\n\n');
}

function linksTo(codes: readonly string[]): string {
  return allChecks
    .filter(({ code }) => codes.includes(code))
    .map((check) => `[${check.code}](../checks.md#${anchorOf(check)})`)
    .join(', ');
}
