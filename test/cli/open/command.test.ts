import { problemOf } from '../../../cli/open/command';
import { freePort, serve } from '../loopback';
import { runLab } from '../run-main';
import { tempFolder } from '../temp-folder';

/** Runs `lab open` where the gateway is at a port. */
function openAt(port: number, ...args: string[]) {
  const inputs = { 'settings.yaml': `ports: { http: ${port} }\n`, 'traffic.yaml': '' };
  return runLab(tempFolder(inputs), {}, 'open', ...args);
}

describe('lab open', () => {
  it.each(['frontend', 'grafana'])('prints the URL of %s, which is up', async (name) => {
    const port = await serve((request, response) => {
      response.writeHead(request.headers.host === `${name}.localhost:${port}` ? 200 : 404).end();
    });
    expect(await openAt(port, name)).toEqual({
      exitCode: 0,
      stdout: `http://${name}.localhost:${port}\n`,
      stderr: '',
    });
  });

  it('says what is not up, why, and what to do', async () => {
    const port = await freePort();
    expect(await openAt(port, 'kiali')).toEqual({
      exitCode: 1,
      stdout: `http://kiali.localhost:${port}\n`,
      stderr: [
        `kiali is not up: connect ECONNREFUSED 127.0.0.1:${port}`,
        'Bring it up:',
        '  npm run lab -- doctor',
        '  npm run lab -- up\n',
      ].join('\n'),
    });
  });

  it('says all of it as one JSON document', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200).end();
    });
    const { stdout, stderr, exitCode } = await openAt(port, 'grafana', '--json');
    expect([exitCode, stderr]).toEqual([0, '']);
    const url = `http://grafana.localhost:${port}`;
    expect(JSON.parse(stdout)).toEqual({ name: 'grafana', url, isUp: true, problem: null });
  });

  it('says in the JSON document what is not up', async () => {
    const { stdout, stderr, exitCode } = await openAt(await freePort(), 'kiali', '--json');
    expect([exitCode, stderr]).toEqual([1, '']);
    const problem: unknown = expect.stringContaining('kiali is not up: connect ECONNREFUSED');
    expect(JSON.parse(stdout)).toMatchObject({ name: 'kiali', isUp: false, problem });
  });

  it('refuses a name that nothing has, and tells those that something has', async () => {
    expect(await openAt(1, 'tempo')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: "error: unknown name 'tempo'; one of: frontend, grafana, prometheus, jaeger, kiali\n",
    });
  });
});

describe('a place', () => {
  const place = { name: 'jaeger', url: 'http://jaeger.localhost', commands: ['do this', 'do that'] };

  it.each([200, 302, 401, 403, 429])('is up that answers %s', (status) => {
    expect(problemOf(place, { status })).toBeUndefined();
  });

  it.each([404, 500, 503])('is not up for which the gateway answers %s', (status) => {
    expect(problemOf(place, { status })).toBe(
      `jaeger is not up: the answer is ${status}\nBring it up:\n  do this\n  do that`,
    );
  });
});
