import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../../cli/read/sources';
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
