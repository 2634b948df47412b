import { examineDocker, readDockerInfo } from '../../../cli/doctor/docker-info';

const gibibyte = 1024 ** 3;
const nodes = (minor: number) => `kindest/node:v1.${minor}.3@sha256:08497ee1`;

describe('what Docker says of itself', () => {
  it('is its version, its memory and its cgroup version', () => {
    const text = JSON.stringify({ ServerVersion: '28.0.1', MemTotal: 8 * gibibyte, CgroupVersion: '2', NCPU: 4 });
    expect(readDockerInfo(text)).toMatchObject({ ServerVersion: '28.0.1', MemTotal: 8 * gibibyte, CgroupVersion: '2' });
  });

  it('can be that no server answers, though the command ends well', () => {
    const text = JSON.stringify({ ID: '', ServerErrors: ['Cannot connect to the Docker daemon'], ClientInfo: {} });
    expect(readDockerInfo(text)).toEqual({ failure: 'Cannot connect to the Docker daemon' });
  });

  it.each(['', 'podman', '[]', '{}', '{"ServerVersion":""}', '{"MemTotal":"much"}'])(
    'is nothing to go by as %p',
    (text) => {
      expect(readDockerInfo(text)).toHaveProperty('failure');
    },
  );
});

describe('Docker', () => {
  const outcomes = (info: object, minor = 34) =>
    examineDocker({ ServerVersion: '28.0.1', ...info }, nodes(minor)).map(({ outcome }) => outcome);

  it('is fine with 8 GiB, of which a virtual machine shows a little less', () => {
    expect(outcomes({ MemTotal: 7.7 * gibibyte, CgroupVersion: '2' })).toEqual(['ok', 'ok', 'ok']);
  });

  it('with less memory is enough to start with', () => {
    expect(outcomes({ MemTotal: 6 * gibibyte, CgroupVersion: '2' })[1]).toBe('note');
  });

  it('with 2 GiB cannot hold three nodes', () => {
    expect(outcomes({ MemTotal: 2 * gibibyte, CgroupVersion: '2' })[1]).toBe('problem');
  });

  it.each([
    ['1', 34, 'ok'],
    ['1', 35, 'problem'],
    ['2', 35, 'ok'],
  ])('on cgroup v%s with nodes of Kubernetes 1.%d is: %s', (cgroup, minor, outcome) => {
    expect(outcomes({ MemTotal: 8 * gibibyte, CgroupVersion: cgroup }, minor)[2]).toBe(outcome);
  });

  it('that does not say how it is leaves it to the reader', () => {
    expect(outcomes({})).toEqual(['ok', 'note', 'note']);
  });
});
