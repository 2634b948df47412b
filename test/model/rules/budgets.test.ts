import type { Budget } from '../../../lib/model/budget';
import { budgets } from '../../../lib/model/rules/budgets';
import type { Service } from '../../../lib/model/service';
import { meshOf, sampleJob, sampleService, shop } from '../../support/sample';

/** The shop runs four pods of 50m and 64Mi; with sidecars and platform it needs 1.2 CPU and 1 GiB in all. */
const budget: Budget = {
  capacity: { cpu: '1200m', memory: '1Gi' },
  sidecar: { cpu: '100m', memory: '64Mi' },
  platform: [
    { cpu: '500m', memory: '256Mi' },
    { cpu: '100m', memory: '256Mi' },
  ],
};
const find = (capacity: Partial<Budget['capacity']>, ...others: readonly Service[]) =>
  budgets({ ...meshOf(shop, ...others), budget: { ...budget, capacity: { ...budget.capacity, ...capacity } } });

describe('budgets', () => {
  it('finds cores that do not suffice, and shows the sum', () => {
    expect(find({ cpu: '1199m' })).toMatchObject([
      {
        path: ['capacity', 'cpu'],
        value: '1199m',
        rule: 'what pods ask for fits into the cluster: services 0.2 CPU + jobs 0 CPU + sidecars 0.4 CPU + platform 0.6 CPU = 1.2 CPU',
      },
    ]);
  });

  it('finds memory that does not suffice, and shows the sum', () => {
    expect(find({ cpu: '2', memory: '1023Mi' })).toMatchObject([
      {
        path: ['capacity', 'memory'],
        rule: 'what pods ask for fits into the cluster: services 256 MiB + jobs 0 MiB + sidecars 256 MiB + platform 512 MiB = 1 GiB',
      },
    ]);
  });

  it('finds both at once', () => {
    expect(find({ cpu: '1', memory: '512Mi' }).map(({ path }) => path[1])).toEqual(['cpu', 'memory']);
  });

  it('counts jobs with a sidecar each', () => {
    const mesh = { ...meshOf(shop), jobs: [sampleJob('report')], budget };
    expect(budgets(mesh)).toMatchObject([{ path: ['capacity', 'cpu'] }, { path: ['capacity', 'memory'] }]);
  });

  it('counts the sidecar that a service asks for, and none where there is none', () => {
    const sidecar = { cpu: '1', memory: '1Gi', cpuLimit: '1', memoryLimit: '1Gi' };
    expect(find({ cpu: '2', memory: '2Gi' }, sampleService('big', { sidecar }))).toHaveLength(2);
    expect(find({ cpu: '1301m', memory: '1152Mi' }, sampleService('alone', { sidecar: 'none' }))).toEqual([]);
  });

  it('does not find what just fits', () => {
    expect(find({ cpu: '1201m' })).toEqual([]);
  });

  it('does not find a cluster that is full to the last thousandth of a core', () => {
    expect(find({})).toEqual([]);
  });

  it('does not find anything in a mesh without a capacity', () => {
    expect(budgets(meshOf(shop))).toEqual([]);
  });
});
