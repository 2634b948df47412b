import { parse } from 'yaml';
import { withoutContext } from '../../../cli/down/kubeconfig-entry';

const entry = (name: string) => ({
  context: `  - { name: ${name}, context: { cluster: ${name}, user: ${name} } }`,
  cluster: `  - { name: ${name}, cluster: { server: https://${name} } }`,
  user: `  - { name: ${name}, user: { token: secret } }`,
});

function kubeconfig(current: string, ...names: string[]): string {
  const entries = names.map(entry);
  const list = (title: string, part: 'context' | 'cluster' | 'user') => [
    `${title}:`,
    ...entries.map((one) => one[part]),
  ];
  return [
    '# mine',
    ...list('contexts', 'context'),
    ...list('clusters', 'cluster'),
    ...list('users', 'user'),
    `current-context: ${current}`,
    '',
  ].join('\n');
}

describe('a kubeconfig without a context', () => {
  it('has its cluster and user no more, and all else as it was', () => {
    expect(withoutContext(kubeconfig('team', 'kind-lab', 'team'), 'kind-lab')).toBe(kubeconfig('team', 'team'));
  });

  it('has no current context if that was the one', () => {
    const left = withoutContext(kubeconfig('kind-lab', 'kind-lab', 'team'), 'kind-lab') ?? '';
    expect(parse(left)).toMatchObject({ 'current-context': '' });
  });

  it('keeps a cluster that another context uses', () => {
    const text = kubeconfig('a', 'a', 'b').replace('cluster: b, user: b', 'cluster: a, user: b');
    expect(parse(withoutContext(text, 'a') ?? '')).toMatchObject({
      clusters: [{ name: 'a' }, { name: 'b' }],
      users: [{ name: 'b' }],
    });
  });

  it('is of no use if that was its last, as Kind leaves one behind', () => {
    expect(withoutContext(kubeconfig('kind-lab', 'kind-lab'), 'kind-lab')).toBeUndefined();
    expect(withoutContext('contexts: null\nclusters: null\n', 'kind-lab')).toBeUndefined();
  });

  it.each(['kind-lab: [', kubeconfig('team', 'team')])(
    'is left alone if it has no such context, or is no YAML',
    (text) => {
      expect(withoutContext(text, 'kind-lab')).toBe(text);
    },
  );
});
