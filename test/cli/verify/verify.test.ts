import { rollbackRow } from '../../../cli/verify/rollback';
import { verifyText } from '../../../cli/verify/verify-text';
import { reportOf, type Row } from '../../../lib/verify/row';

const row = (verdict: Row['verdict'], what: string): Row => ({
  area: 'routing',
  what,
  said: 'a|b',
  seen: 'c',
  verdict,
});
const report = reportOf('kind-mesh-lab', false, [
  row('held', 'outside -> a-very-long-name-that-does-not-fit.into-a-column.of-a-table:8080/'),
  row('different', 'x'),
  row('not asked', 'y'),
]);

describe('the text of a verification', () => {
  it('shows what differs and what was not asked, and what holds if it is wanted', () => {
    expect(verifyText(report, false)).not.toContain('a-very-long-name');
    expect(verifyText(report, true)).toContain('What holds:');
  });
});

describe('a verification whose pods could not ask', () => {
  const text = verifyText(reportOf('kind-mesh-lab', false, [{ ...row('not asked', 'y'), couldNot: true }]), false);

  it('says that this is no proof, and what to do', () => {
    expect(text).toContain('1 of them could not be asked, so they are not proved');
    expect(text).toContain('`--probe-image IMAGE`');
  });
});

describe('a rollback that is timed', () => {
  it('is not asked without a measure, and never counts as passed then', async () => {
    expect(await rollbackRow(() => Promise.resolve('Prometheus is gone'))).toMatchObject({ verdict: 'not asked' });
  });

  it('holds within its limit and not beyond', async () => {
    const measured = (milliseconds: number) =>
      rollbackRow(() => Promise.resolve({ milliseconds, limit: 1000, writes: 3 }));
    expect([(await measured(400)).verdict, (await measured(1200)).verdict]).toEqual(['held', 'different']);
  });
});
