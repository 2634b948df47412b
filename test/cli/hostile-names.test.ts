import { printable } from '../../cli/terminal';
import { runLab } from './run-main';
import { tempFolder } from './temp-folder';

const raw = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Clears the screen, sets the title, overwrites the line, and turns the direction of writing. */
const name = 'web\u001B[2J\u001B]0;owned\u0007\r\u202Egood\u2066\u2028\u009B31m\u0000';

const hostile = JSON.stringify({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name, namespace: name },
  spec: { hosts: [name], gateways: [name], http: [{ route: [{ destination: { host: name, subset: name } }] }] },
});

function folderWith(text: string): string {
  return tempFolder({ 'app.yaml': text });
}

describe('what a file says', () => {
  it.each(['check', 'authz', 'route', 'budget'])('reaches no terminal raw by %s', async (command) => {
    const { stdout, stderr } = await runLab(folderWith(hostile), { FORCE_COLOR: '0' }, command, 'app.yaml');
    expect(stdout + stderr).not.toBe('');
    expect(stdout + stderr).not.toMatch(raw);
  });

  it('is shown by its escapes', async () => {
    const { stdout } = await runLab(folderWith(hostile), {}, 'check', 'app.yaml');
    expect(stdout).toContain('web\\u001b[2J\\u001b]0;owned\\u0007\\u000d\\u202egood\\u2066\\u2028\\u009b31m');
  });

  it('is the same text in JSON, without anything raw', async () => {
    const { stdout } = await runLab(folderWith(hostile), {}, 'check', '--json', 'app.yaml');
    expect(stdout).not.toMatch(raw);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(name).slice(1, -1));
  });

  it('is cut short where it is one long line', async () => {
    const { stdout, stderr } = await runLab(folderWith(`"${'a'.repeat(80_000)}"`), {}, 'check', 'app.yaml');
    expect(stdout + stderr).not.toBe('');
    expect((stdout + stderr).length).toBeLessThan(2_000);
  });
});

describe('a printed text', () => {
  it('keeps the colours of the lab, its lines and tabs', () => {
    const text = '\u001B[31mred\u001B[0m\n\tend';
    expect(printable(text)).toBe(text);
  });

  it('shows characters outside of the basic plane that can not be seen', () => {
    expect(printable('a\u{E0041}')).toBe('a\\udb40\\udc41');
  });
});
