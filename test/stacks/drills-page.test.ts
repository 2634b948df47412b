import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { drillsPage } from '../../lib/drill/page';
import { allDrills } from '../../lib/drill/table';
import { stageOf } from '../drill/scenes';
import { renderYaml } from './rendered';

expect.extend({ toMatchFile });

describe('docs/reference/drills.md', () => {
  it('says what the drills say: `npm test -- -u` writes it', () => {
    const page = drillsPage(allDrills, stageOf(renderYaml()).scene);
    expect(page).toMatchFile(join(__dirname, '..', '..', 'docs', 'reference', 'drills.md'));
  });

  it('has sentences that go on where they are put', () => {
    for (const { breaks, fix } of allDrills) {
      expect([breaks.endsWith('.'), fix.endsWith('.')]).toEqual([true, false]);
    }
  });
});
