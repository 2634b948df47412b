/** Hears what is happening. */
export type Tell = (news: string) => void;

/** One step of an operation, while it runs: tells news, and says in the end what it did, in one line. */
export type Work = (tell: Tell) => Promise<string>;

/** Shows the steps of an operation one after the other. */
export interface View {
  /** Runs a step and shows it; its failure is shown and passed on. */
  step(title: string, work: Work): Promise<void>;
}

/** What became of a step. */
export interface Step {
  readonly title: string;
  readonly outcome: 'done' | 'failed';
  /** What it did, or the first line of why it failed. */
  readonly summary: string;
  readonly seconds: number;
}

/** A view that shows what another shows, and remembers it. */
export class RecordedView implements View {
  readonly steps: Step[] = [];

  constructor(private readonly view: View) {}

  async step(title: string, work: Work): Promise<void> {
    const start = performance.now();
    const record = (outcome: Step['outcome'], summary: string): void => {
      this.steps.push({ title, outcome, summary, seconds: Math.round((performance.now() - start) / 100) / 10 });
    };
    await this.view.step(title, async (tell) => {
      try {
        const summary = await work(tell);
        record('done', summary);
        return summary;
      } catch (error) {
        record('failed', firstLine(error));
        throw error;
      }
    });
  }
}

/** One line for each step, and none in between: for logs. */
export function plainView(print: (line: string) => void): View {
  return {
    async step(title, work) {
      print(`${title} ...`);
      try {
        print(`${title}: ${await work(() => undefined)}`);
      } catch (error) {
        print(`${title}: failed: ${firstLine(error)}`);
        throw error;
      }
    },
  };
}

/** Shows nothing. */
export const silentView: View = {
  async step(_title, work) {
    await work(() => undefined);
  },
};

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
