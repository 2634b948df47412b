import { type Examination, examiner, links } from './examination';

/** What three nodes need; 128 instances, a common default, are too few for them. */
export const inotifyNeeds = { max_user_instances: 1024, max_user_watches: 524_288 } as const;

type Limit = keyof typeof inotifyNeeds;

const { ok, note, problem } = examiner('host');

/**
 * The limits of the kernel on watching files.
 * @param texts of the files below /proc/sys/fs/inotify; nothing where there is no such file
 */
export function examineInotify(texts: Readonly<Record<Limit, string | undefined>>): Examination {
  const title = 'inotify limits';
  const limits = Object.entries(inotifyNeeds).map(([name, least]) => {
    const text = name === 'max_user_instances' ? texts.max_user_instances : texts.max_user_watches;
    return { name, least, found: text === undefined || text.trim() === '' ? NaN : Number(text) };
  });
  if (limits.some(({ found }) => Number.isNaN(found))) {
    const remedy = `in the machine that runs the containers: ${sysctl(limits)}`;
    return note(title, 'not to be seen from here: this kernel does not run the containers', remedy, links.symptoms);
  }
  const found = limits.map((limit) => `${limit.name} ${limit.found}`).join(', ');
  const short = limits.filter((limit) => limit.found < limit.least);
  return short.length === 0 ? ok(title, found) : problem(title, found, sysctl(short), links.symptoms);
}

function sysctl(limits: readonly { readonly name: string; readonly least: number }[]): string {
  return `sudo sysctl ${limits.map(({ name, least }) => `fs.inotify.${name}=${least}`).join(' ')}`;
}
