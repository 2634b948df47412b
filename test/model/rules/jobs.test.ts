import type { Job } from '../../../lib/model/job';
import { jobs } from '../../../lib/model/rules/jobs';
import { sampleJob, sampleMesh } from '../../support/sample';

const find = (overrides: Partial<Job>) => jobs(sampleMesh({ jobs: [sampleJob('report', overrides)] }));

describe('jobs', () => {
  it.each(['', 'daily', '0 3 * *', '0 3 * * * *', '@always'])('finds the schedule %p', (schedule) => {
    expect(find({ schedule })).toMatchObject([{ path: ['jobs', 'report', 'schedule'], value: schedule }]);
  });

  it.each(['0 3 * * *', '*/5 0-6 1,15 * MON', '@daily'])('does not find the schedule %s', (schedule) => {
    expect(find({ schedule })).toEqual([]);
  });

  it('does not find anything in a mesh without jobs, or with a good one', () => {
    expect([...jobs(sampleMesh()), ...find({})]).toEqual([]);
  });
});
