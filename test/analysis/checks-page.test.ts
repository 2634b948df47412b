import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { checksPage } from '../../lib/analysis/checks/page';
import { allChecks } from '../../lib/analysis/checks/table';

expect.extend({ toMatchFile });

describe('docs/checks.md', () => {
  it('says what the checks say: `npm test -- -u` writes it', () => {
    expect(checksPage(allChecks)).toMatchFile(join(__dirname, '..', '..', 'docs', 'checks.md'));
  });

  it('is needed, because every rule says why, what to do, and where it comes from', () => {
    for (const { code, title, reason, remedy, link } of allChecks) {
      expect([code, title, reason, remedy].filter((text) => text.trim() === '')).toEqual([]);
      expect([code, link]).toEqual([code, expect.stringMatching(/^https:\/\//)]);
      expect([code, remedy.endsWith('.'), title.endsWith('.')]).toEqual([code, false, false]);
    }
  });

  it('has one section for each code', () => {
    const codes = allChecks.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});
