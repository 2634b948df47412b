import { type ChildProcess, spawn } from 'node:child_process';
import { labFile } from '../package-root';

/** Requests made beside a promotion, so that there is something to judge by. */
export interface Load {
  /** Makes some, unless they are being made. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** Runs `lab load canary-split` in a process of its own whenever it is asked to. What it says goes to stderr. */
export function loadInChild(): Load {
  let child: ChildProcess | undefined;
  return {
    start: () => {
      if (child === undefined) {
        const stdio = ['ignore', 'ignore', 'inherit'] as const;
        child = spawn(process.execPath, [labFile, 'load', 'canary-split'], { stdio: [...stdio] });
        child.on('close', () => {
          child = undefined;
        });
      }
    },
    stop: () => child?.kill('SIGTERM'),
  };
}

/** Who promotes brings the requests along. */
export const noLoad: Load = { start: () => undefined, stop: () => undefined };
