import type { Job } from '../../../lib/model/job';
import { processes } from '../../../lib/model/rules/processes';
import { sampleMesh, sampleRelease, sampleService } from '../../support/sample';

const resources = { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' };
const report: Job = { name: 'report', namespace: 'shop', image: 'team/report:v1', resources };

describe('processes', () => {
  it('does not find the sample, with or without a user', () => {
    const services = [
      sampleService('shop'),
      sampleService('orders', { stable: sampleRelease('stable', { user: 101 }) }),
    ];
    expect(processes(sampleMesh({ services, calls: [], edges: [], jobs: [report] }))).toEqual([]);
  });

  it.each([0, -5, 1.5])('finds the user %d', (user) => {
    const services = [sampleService('shop', { stable: sampleRelease('stable', { user }) })];
    expect(processes(sampleMesh({ services, calls: [], edges: [], jobs: [{ ...report, user }] }))).toMatchObject([
      { path: ['services', 'shop', 'stable', 'user'], value: user },
      { path: ['jobs', 'report', 'user'], value: user },
    ]);
  });

  it('finds an image that may be another one tomorrow', () => {
    const services = [sampleService('shop', { canary: sampleRelease('canary', { image: 'app:latest' }) })];
    const jobs = [{ ...report, image: 'report' }];
    expect(processes(sampleMesh({ services, calls: [], edges: [], jobs }))).toMatchObject([
      { path: ['services', 'shop', 'canary', 'image'], value: 'app:latest' },
      { path: ['jobs', 'report', 'image'], value: 'report' },
    ]);
  });

  it.each(['lots', '64MB', '-1', ''])('finds a request of %p', (cpu) => {
    const services = [sampleService('shop', { resources: { ...resources, cpu } })];
    expect(processes(sampleMesh({ services, calls: [], edges: [] }))).toMatchObject([
      { path: ['services', 'shop', 'resources', 'cpu'], value: cpu },
    ]);
  });
});
