import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readSources, remedyFor } from '../../../cli/read/sources';
import { tempFolder } from '../temp-folder';

const files = { 'b.yaml': 'b', 'a/deep/c.yml': 'c', 'a/d.json': 'd', 'notes.txt': 'no' };

describe('reading the sources of an analysis', () => {
  it('reads all YAML and JSON below a folder, by name', () => {
    const folder = tempFolder(files);
    expect(readSources([folder]).files).toEqual([
      { name: join(folder, 'a/d.json'), text: 'd' },
      { name: join(folder, 'a/deep/c.yml'), text: 'c' },
      { name: join(folder, 'b.yaml'), text: 'b' },
    ]);
  });

  it('reads a file that is named, whatever it is called', () => {
    const folder = tempFolder(files);
    expect(readSources([join(folder, 'notes.txt')]).files.map(({ text }) => text)).toEqual(['no']);
  });

  it('reads a file once that is named twice', () => {
    const folder = tempFolder(files);
    expect(readSources([join(folder, 'b.yaml'), folder]).files.map(({ text }) => text)).toEqual(['b', 'd', 'c']);
  });

  it('names every path that leads nowhere', () => {
    const { files: read, problems } = readSources(['absent.yaml', 'nowhere', join(tempFolder(files), 'b.yaml')]);
    expect(problems.map(({ file }) => file)).toEqual(['absent.yaml', 'nowhere']);
    expect(read.map(({ text }) => text)).toEqual(['b']);
  });

  it('names every file that is no UTF-8', () => {
    const folder = tempFolder(files);
    writeFileSync(join(folder, 'b.yaml'), Buffer.from('a: 1\nname: caf\xe9\n', 'latin1'));
    writeFileSync(join(folder, 'a/d.json'), Buffer.from([0xff]));
    const { files: read, problems } = readSources([folder]);
    expect(problems.map(({ file, line, value }) => ({ file, line, value }))).toEqual([
      { file: join(folder, 'a/d.json'), line: 1, value: 'ff' },
      { file: join(folder, 'b.yaml'), line: 2, value: 'e9 0a' },
    ]);
    expect(read.map(({ text }) => text)).toEqual(['c']);
  });

  it('names a folder that this user may not look into, and reads what is beside it', () => {
    const folder = tempFolder({ ...files, 'closed/e.yaml': 'e' });
    chmodSync(join(folder, 'closed'), 0);
    const { files: read, problems } = asNobody(folder, () => readSources([folder]));
    expect(problems).toMatchObject([
      { file: join(folder, 'closed'), rule: expect.stringContaining('EACCES') as string },
    ]);
    expect(read.map(({ text }) => text)).toEqual(['d', 'c', 'b']);
  });

  it('reads no device, of which nobody knows the end', () => {
    const folder = tempFolder(files);
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
    const { files: read, problems } = readSources([folder]);
    expect(problems).toMatchObject([
      { file: join(folder, 'zero.yaml'), rule: expect.stringContaining('device') as string },
    ]);
    expect(read).toHaveLength(3);
  });

  it('reads no pipe that somebody may write into some day, also in a folder, and no socket', async () => {
    const folder = tempFolder(files);
    const [pipe, socket] = [join(folder, 'pipe.yaml'), join(folder, 'a', 'socket.yaml')];
    execFileSync('mkfifo', [pipe]);
    const server = createServer();
    server.listen(socket);
    await once(server, 'listening');
    const { files: read, problems } = readSources([folder, pipe]);
    server.close();
    expect(problems).toMatchObject([
      { file: socket, rule: expect.stringContaining('it is a socket') as string },
      { file: pipe, rule: expect.stringContaining('it is a named pipe') as string },
    ]);
    expect(problems.map(({ remedy }) => remedy)).toEqual(
      [0, 1].map(() => expect.stringContaining('<(command)') as string),
    );
    expect(read.map(({ text }) => text)).toEqual(['d', 'c', 'b']);
  });

  it.each([
    ['a pipe that the shell opens for a command', `check <(sleep 0.2; printf 'kind: A'; sleep 0.2; printf b)`],
    ['the standard input', `check - < <(sleep 0.2; printf 'kind: A'; sleep 0.2; printf b)`],
    ['the standard input by its path', `check /dev/stdin < <(printf 'kind: Ab')`],
  ])('reads %s, to its end', (_, command) => {
    const lab = join(__dirname, '..', '..', '..', 'bin', 'lab.cjs');
    const { stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${lab}" ${command}`], { encoding: 'utf8' });
    expect(stderr).toContain('1: "kind: Ab"');
  });

  it('stops reading what has no end', () => {
    const lab = join(__dirname, '..', '..', '..', 'bin', 'lab.cjs');
    const { status, stderr } = spawnSync('bash', ['-c', `yes | "${process.execPath}" "${lab}" check -`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/a file has at most/) as string });
  });

  it.each([
    ['dist', true],
    ['./dist/', true],
    ['dist/absent.yaml', true],
    ['distant', false],
    ['manifests', false],
  ])('says of %s, where it is missing, whether it has to be rendered', (path, isOurs) => {
    expect(remedyFor(path).startsWith('render first')).toBe(isOurs);
  });

  it('says of a file that is longer than any text that it is', () => {
    const folder = tempFolder(files);
    truncateSync(join(folder, 'b.yaml'), 3 * 2 ** 30);
    expect(readSources([folder]).problems).toMatchObject([
      { value: 3 * 2 ** 30, remedy: 'split it, and name the parts' },
    ]);
  });
});

/** Root may look into every folder. */
function asNobody<T>(folder: string, work: () => T): T {
  if (process.getuid?.() !== 0) {
    return work();
  }
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
