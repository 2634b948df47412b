import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { covers } from '../../lib/analysis/re2';
import { millisecondsOf } from '../../lib/kubernetes/duration';
import { amountOf } from '../../lib/kubernetes/quantity';
import { isImage } from '../../lib/model/rules/images';
import { growth } from './growth';
import { manifestsOf } from './inputs';

/** Between what is linear, 16, and what is quadratic, 256. */
const limit = 80;

type Work = (text: string) => unknown;

const work: Readonly<Record<string, Work>> = {
  'a duration': millisecondsOf,
  'a quantity': amountOf,
  'an image': isImage,
  'an expression with nested repeats': (text) => covers('/(a+)+$', `/${text}`),
  'queries of metrics': (text) => checked('ConfigMap', { dashboard: `istio_requests_total${text}` }),
};

const texts: Readonly<Record<string, string>> = {
  digits: '1',
  dots: '1.',
  letters: 'a',
  'names with dashes': 'a-',
  'registries with ports': 'a.b:1/',
  'selectors that never end': '{a="istio_tcp_x',
  spaces: ' ',
  'labels without a value': 'istio_tcp_x{a ',
};

function checked(kind: string, data: Readonly<Record<string, string>>): unknown {
  const object = { apiVersion: 'v1', kind, metadata: { name: 'long', namespace: 'shop' }, data };
  return findings(inventoryOf(manifestsOf(JSON.stringify(object))), allChecks);
}

describe('the time to read', () => {
  it.each(
    Object.entries(work).flatMap(([what, does]) =>
      Object.entries(texts).map(([how, part]) => [what, how, does, part] as const),
    ),
  )('%s grows with the length of %s, and not faster', (_, __, does, part) => {
    const textOf = (length: number): string => `${part.repeat(length / part.length)}!`;
    expect(growth(does, textOf)).toBeLessThan(limit);
  });
});
