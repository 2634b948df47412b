import { writeFileSync } from 'node:fs';
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
});
