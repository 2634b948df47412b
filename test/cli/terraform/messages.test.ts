import { changesOf, deletedIn, errorsIn, lastError, progressOf, readMessages } from '../../../cli/terraform/messages';

const read = (...lines: object[]) => readMessages(lines.map((line) => JSON.stringify(line)).join('\n'));
const summary = (add: number, change: number, remove: number) => ({
  '@message': 'Apply complete!',
  type: 'change_summary',
  changes: { add, change, remove, operation: 'apply' },
});
const planned = (action: string, addr: string) => ({
  '@message': `Plan to ${action}`,
  type: 'planned_change',
  change: { action, resource: { addr } },
});

describe('what Terraform says', () => {
  it('is read line by line, whatever stands between', () => {
    const text = `Warning\n${JSON.stringify(summary(1, 0, 0))}\n{"half":\n{"type":1}\n`;
    expect(readMessages(text)).toHaveLength(1);
  });

  it('sums up in one line', () => {
    expect(changesOf(read(summary(3, 1, 0)))).toBe('3 added, 1 changed, 0 removed');
    expect(changesOf(read(summary(0, 0, 0)))).toBe('nothing to change');
  });

  it('tells what is happening now', () => {
    const start = { '@message': 'kind_cluster.it: Creating...', type: 'apply_start' };
    expect(progressOf(read(start, { '@message': 'else', type: 'log' }))).toBe('kind_cluster.it: Creating...');
    expect(progressOf(read(planned('create', 'a.b')))).toBeUndefined();
  });

  it('names what a plan deletes, be it to make it anew', () => {
    expect(
      deletedIn(read(planned('create', 'a'), planned('replace', 'b'), planned('delete', 'c'), planned('update', 'd'))),
    ).toEqual(['b', 'c']);
  });

  it('names every error once, and no warning', () => {
    const diagnostic = { severity: 'error', summary: 'timed out', detail: 'waiting', address: 'helm_release.x' };
    const error = { '@message': 'Error', type: 'diagnostic', diagnostic };
    const warning = { ...error, diagnostic: { ...diagnostic, severity: 'warning' } };
    expect(errorsIn(read(warning, error, error))).toEqual(['helm_release.x: timed out: waiting']);
  });

  it('to people has its last error without the frame', () => {
    const text = 'Initializing...\n╷\n│ Error: Failed to query\n│ \n│ no such host\n╵\n';
    expect(lastError(text)).toBe('Error: Failed to query\nno such host');
  });
});
