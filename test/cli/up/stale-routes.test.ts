import { staleRoutes } from '../../../cli/up/stale-routes';
import { manifestsOf } from '../../analysis/inputs';
import { labOf, renderYaml } from '../../stacks/rendered';

const traffic = (frontend: number, backend: string): string =>
  `splits: { frontend: ${frontend}, backend: ${backend}, ml: follow }`;
const rendered = manifestsOf(...renderYaml({ traffic: traffic(10, 'follow') }).map(({ text }) => text));

describe('rendered routes', () => {
  it('are as the traffic file says', () => {
    expect(staleRoutes(labOf({ traffic: traffic(10, 'follow') }), rendered)).toEqual([]);
  });

  it('are stale once the traffic file says something else', () => {
    const problems = staleRoutes(labOf({ traffic: traffic(100, '0') }), rendered);
    expect(problems.map(({ value, rule }) => [value, rule])).toEqual([
      [10, 'the rendered split of frontend is that of the traffic file: 100'],
      ['follow', 'the rendered split of backend is that of the traffic file: 0'],
    ]);
  });
});
