import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../../cli/read/sources';
import { tempFolder } from '../temp-folder';

const files = { 'b.yaml': 'b', 'a/deep/c.yml': 'c', 'a/d.json': 'd', 'notes.txt': 'no' };

describe('reading the sources of an analysis', () => {
  it('reads all YAML and JSON below a folder, by name', () => {
    const folder = tempFolder(files);
    expect(readSources([folder])).toEqual([
      { name: join(folder, 'a/d.json'), text: 'd' },
      { name: join(folder, 'a/deep/c.yml'), text: 'c' },
      { name: join(folder, 'b.yaml'), text: 'b' },
    ]);
  });

  it('reads a file that is named, whatever it is called', () => {
    const folder = tempFolder(files);
    expect(readSources([join(folder, 'notes.txt')]).map(({ text }) => text)).toEqual(['no']);
  });

  it('reads a file once that is named twice', () => {
    const folder = tempFolder(files);
    expect(readSources([join(folder, 'b.yaml'), folder]).map(({ text }) => text)).toEqual(['b', 'd', 'c']);
  });

  it('names every path that leads nowhere', () => {
    const read = () => readSources(['absent.yaml', 'nowhere']);
    expect(read).toThrow('absent.yaml');
    expect(read).toThrow('nowhere');
  });

  it('names every file that is no UTF-8', () => {
    const folder = tempFolder(files);
    writeFileSync(join(folder, 'b.yaml'), Buffer.from('a: 1\nname: caf\xe9\n', 'latin1'));
    writeFileSync(join(folder, 'a/d.json'), Buffer.from([0xff]));
    const read = () => readSources([folder]);
    expect(read).toThrow(`${join(folder, 'b.yaml')}:2: "e9 0a"`);
    expect(read).toThrow(`${join(folder, 'a/d.json')}:1: "ff"`);
  });
});
