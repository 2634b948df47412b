import { probe } from '../../../cli/open/probe';
import { freePort, serve } from '../loopback';
import { selfSigned } from '../self-signed';

describe('a probe', () => {
  it('asks 127.0.0.1 for the host of the URL, and tells the status', async () => {
    const hosts: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      hosts.push(request.headers.host);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await probe(`http://kiali.example:${port}`, 5000)).toEqual({ status: 302 });
    expect(hosts).toEqual([`kiali.example:${port}`]);
  });

  it('does not ask for a certificate that others vouch for', async () => {
    const port = await serve((_, response) => response.end(), selfSigned('grafana.localhost'));
    expect(await probe(`https://grafana.localhost:${port}`, 5000)).toEqual({ status: 200 });
  });

  it('says that nobody listens', async () => {
    const port = await freePort();
    expect(await probe(`http://grafana.localhost:${port}`, 5000)).toEqual({
      failure: `connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it('says that a connection was taken and dropped', async () => {
    const port = await serve((request) => request.socket.destroy());
    expect(await probe(`http://grafana.localhost:${port}`, 5000)).toEqual({ failure: 'socket hang up' });
  });

  it('does not wait for ever', async () => {
    const port = await serve(() => undefined);
    expect(await probe(`http://grafana.localhost:${port}`, 200)).toEqual({ failure: 'no answer within 200 ms' });
  });

  it('does not wait for the end of an answer', async () => {
    const port = await serve((_, response) => response.writeHead(200).write('more will follow'));
    expect(await probe(`http://grafana.localhost:${port}`, 5000)).toEqual({ status: 200 });
  });
});
