import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Output, publish } from '../../../cli/render/publish';
import { filesBelow, tempFolder } from '../temp-folder';

const old = {
  'dist/0000-a.yaml': 'old a',
  'dist/0001-b.yaml': 'old b',
  'dist/notes.txt': 'mine',
  'other/c.json': 'old c',
};

function output(folder: string, files: Readonly<Record<string, string>>): Output {
  const render = (staging: string): void => {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(staging, name), text);
    }
  };
  return { folder, owns: /^\d{4}-[^/]+\.yaml$/, render };
}

function broken(folder: string): Output {
  const render = (staging: string): void => {
    writeFileSync(join(staging, '0000-a.yaml'), 'half');
    throw new Error('out of ideas');
  };
  return { folder, owns: /^\d{4}-/, render };
}

describe('publishing', () => {
  it('writes new files over old ones and removes its own that are stale', () => {
    const folder = tempFolder(old);
    publish([output(join(folder, 'dist'), { '0000-a.yaml': 'new a' })]);
    expect(filesBelow(folder)).toEqual({
      'dist/0000-a.yaml': 'new a',
      'dist/notes.txt': 'mine',
      'other/c.json': 'old c',
    });
  });

  it('makes a folder that is not there', () => {
    const folder = tempFolder();
    publish([output(join(folder, 'deep', 'down', 'dist'), { '0000-a.yaml': 'new a' })]);
    expect(filesBelow(folder)).toEqual({ 'deep/down/dist/0000-a.yaml': 'new a' });
  });

  it('returns the paths of all files, sorted within each output', () => {
    const folder = tempFolder();
    const [dist, other] = [join(folder, 'dist'), join(folder, 'other')];
    const outputs = [output(dist, { '0001-b.yaml': '', '0000-a.yaml': '' }), output(other, { 'c.json': '' })];
    expect(publish(outputs)).toEqual([join(dist, '0000-a.yaml'), join(dist, '0001-b.yaml'), join(other, 'c.json')]);
  });

  it('renders into a folder that exists and is empty', () => {
    const folder = tempFolder(old);
    let seen: unknown;
    const render = (staging: string): void => {
      seen = filesBelow(staging);
    };
    publish([{ folder: join(folder, 'dist'), owns: /^never$/, render }]);
    expect(seen).toEqual({});
    expect(filesBelow(folder)).toEqual(old);
  });
});

describe('an error while rendering', () => {
  const fail = (folder: string): void => {
    publish([
      output(join(folder, 'dist'), { '0000-a.yaml': 'new a', '0009-z.yaml': 'new z' }),
      broken(join(folder, 'other')),
    ]);
  };

  it('of the only output leaves everything as it was', () => {
    const folder = tempFolder(old);
    expect(() => publish([broken(join(folder, 'dist'))])).toThrow('out of ideas');
    expect(filesBelow(folder)).toEqual(old);
  });

  it('of the second output leaves also the first as it was', () => {
    const folder = tempFolder(old);
    expect(() => {
      fail(folder);
    }).toThrow('out of ideas');
    expect(filesBelow(folder)).toEqual(old);
  });
});

describe('the folder aside', () => {
  it.each([
    ['success', (folder: string) => publish([output(join(folder, 'dist'), { '0000-a.yaml': '' })])],
    ['an error', (folder: string) => publish([broken(join(folder, 'dist'))])],
  ])('is gone after %s', (_, run) => {
    const folder = tempFolder();
    try {
      run(folder);
    } catch {
      // It is about what is left behind.
    }
    expect(readdirSync(folder).filter((name) => name !== 'dist')).toEqual([]);
  });
});
