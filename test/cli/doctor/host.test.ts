import { examineInotify } from '../../../cli/doctor/inotify';
import { examinePort, publishedPorts } from '../../../cli/doctor/ports';

describe('the limits of inotify', () => {
  const limits = (instances: string | undefined, watches: string | undefined) =>
    examineInotify({ max_user_instances: instances, max_user_watches: watches });

  it('are fine for three nodes', () => {
    expect(limits('1024\n', '524288\n').outcome).toBe('ok');
  });

  it('that are too low come with the command that raises just those', () => {
    expect(limits('128\n', '524288\n')).toMatchObject({
      outcome: 'problem',
      found: 'max_user_instances 128, max_user_watches 524288',
      remedy: 'sudo sysctl fs.inotify.max_user_instances=1024',
    });
  });

  it.each([
    [undefined, undefined],
    ['1024', ''],
    ['many', '524288'],
  ])('%p and %p are not known, which is no problem', (instances, watches) => {
    expect(limits(instances, watches).outcome).toBe('note');
  });
});

describe('a port', () => {
  it.each([
    ['nobody', 'ok'],
    ['this cluster', 'ok'],
    ['unknown', 'note'],
    ['somebody else', 'problem'],
  ] as const)('held by %s is: %s', (holder, outcome) => {
    expect(examinePort('http', 80, holder, 'mesh-lab').outcome).toBe(outcome);
  });

  it('is known to be the own from what Docker publishes', () => {
    const text = '127.0.0.1:80->30080/tcp, 127.0.0.1:443->30443/tcp, 127.0.0.1:41123->6443/tcp';
    expect(publishedPorts(text)).toEqual([80, 443, 41123]);
  });

  it('is one of a range that Docker publishes', () => {
    expect(publishedPorts('0.0.0.0:8080-8082->8080-8082/tcp')).toEqual([8080, 8081, 8082]);
  });

  it('of another address is none of 127.0.0.1', () => {
    expect(publishedPorts('192.0.2.1:80->80/tcp, 6443/tcp')).toEqual([]);
  });
});
