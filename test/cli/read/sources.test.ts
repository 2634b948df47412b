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
});
