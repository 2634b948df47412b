import { lineOf } from '../../manifest/line';
import type { Manifest } from '../../manifest/manifest';
import type { Check } from '../check';

/** All other checks look at the last text alone, as a cluster does once all are applied. */
export const repeatedObject: Check = {
  code: 'LAB081',
  level: 'warning',
  title: 'Every object is defined once',
  reason:
    'Whoever applies the files applies both, and the later one replaces the other: what the earlier says is lost, and which is the later is up to the order of the files.',
  remedy: 'keep one, or give the other a name or a namespace of its own',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names',
  *find({ repeated }) {
    for (const texts of repeated) {
      const last = texts.at(-1);
      const contents = new Set(texts.map(({ content }) => JSON.stringify(content)));
      if (last !== undefined) {
        const [times, which] = texts.length === 2 ? ['twice', 'later'] : [`${texts.length} times`, 'last'];
        const message = `defined ${times}: ${texts.map(placeOf).join(', ')}; the ${which} one counts`;
        const hit = { manifest: last, path: ['metadata', 'name'], message };
        yield contents.size === 1 ? { ...hit, message: `${message}, and says the same`, level: 'info' } : hit;
      }
    }
  },
};

function placeOf(manifest: Manifest): string {
  return `${manifest.origin.document.file.name}:${lineOf(manifest, [])}`;
}
