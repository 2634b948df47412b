import { Listr } from 'listr2';
import { printable } from '../terminal';
import type { View } from './view';

/** One line for each step that changes while it runs: for people at a terminal. */
export const liveView: View = {
  async step(title, work) {
    await new Listr(
      [
        {
          title,
          task: async (_, task) => {
            const summary = await work((news) => {
              task.output = printable(news);
            });
            task.title = printable(`${title}: ${summary}`);
          },
        },
      ],
      // Signals are ours: Terraform has to be waited for.
      { registerSignalListeners: false, rendererOptions: { collapseErrors: false, showErrorMessage: false } },
    ).run();
  },
};
