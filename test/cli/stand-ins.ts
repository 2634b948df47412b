import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './loopback';
import { tempFolder } from './temp-folder';

/**
 * Writes down what it was called with, and does as the file `plan` says about the stack and the verb: `fail`, `hang` until
 * it is interrupted, `replace` in a plan, `change` in a plan. What is in a state is the file `state-<stack>`.
 */
const terraform = `#!/bin/bash
cd "$(dirname "$0")/.."
stack=\${1##*/}; shift
wish=$(grep -s "^$stack $1 " wishes | cut -d' ' -f3)
# Before anybody can see that it runs.
[ "$wish" = hang ] && trap 'echo "$stack interrupted" >> calls; exit 1' INT
echo "$stack $*" >> calls
[[ "$*" == *-json* ]] && echo '{"@message":"started","type":"version"}'
case $wish in
  fail) echo '{"@message":"Error","type":"diagnostic","diagnostic":{"severity":"error","summary":"no luck","detail":"try again","address":"a.b"}}'; exit 1;;
  hang) sleep 30 & wait;;
esac
case "$1 $2" in
  'version '*) echo '{"terraform_version":"1.11.4"}';;
  'state list') cat "state-$stack" 2>/dev/null;;
  'state rm') rm -f "state-$stack";;
  'plan '*) [ "$wish" = replace ] && echo '{"@message":"Plan to replace","type":"planned_change","change":{"action":"replace","resource":{"addr":"kind_cluster.it"}}}'
            [ -n "$wish" ] && exit 2;;
  'apply '*) echo "it.$stack" > "state-$stack"; echo '{"@message":"done","type":"change_summary","changes":{"add":1,"change":0,"remove":0,"operation":"apply"}}';;
  'destroy '*) rm -f "state-$stack" nodes;;
esac
exit 0
`;

/** The nodes are the lines of the file \`nodes\`. */
const docker = `#!/bin/bash
cd "$(dirname "$0")/.."
case $1 in
  ps) [ -f nodes ] && sed 's/$/\\trunning\\t/' nodes; exit 0;;
  rm) echo "docker $*" >> calls; rm -f nodes;;
  *) exit 1;;
esac
`;

/** A folder of a user on a machine where Terraform and Docker are stand-ins: for faults that real ones can't be made to show. */
export class Machine {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Machine> {
    const stack = (name: string): string => `cdktf.out/stacks/${name}/cdk.tf.json`;
    const folder = tempFolder({
      'settings.yaml': `ports: { http: ${await freePort()}, https: ${await freePort()} }\n`,
      'traffic.yaml': '',
      'bin/terraform': terraform,
      'bin/docker': docker,
      [stack('cluster')]: '{}',
      [stack('platform')]: '{}',
      [stack('observability')]: '{}',
    });
    chmodSync(join(folder, 'bin', 'terraform'), 0o755);
    chmodSync(join(folder, 'bin', 'docker'), 0o755);
    return new Machine(folder);
  }

  /** The environment in which the stand-ins are found. */
  get env(): Record<string, string> {
    return {
      PATH: [join(this.folder, 'bin'), process.env['PATH']].join(delimiter),
      TERRAFORM_BINARY_NAME: 'terraform',
    };
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  /** What the stand-ins were called with, without options that say how Terraform shall talk. */
  get calls(): string[] {
    const text = this.has('calls') ? readFileSync(join(this.folder, 'calls'), 'utf8') : '';
    const talk = /^-(json|input=false|no-color|auto-approve|detailed-exitcode|lock-timeout=\S+|out=\S+)$/;
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) =>
        line
          .split(' ')
          .filter((word) => !talk.test(word))
          .join(' ')
          .replace(/\S+mesh-lab-plan-\S+/, 'PLAN'),
      );
  }
}
