import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { publish, publishProved } from '../../../cli/render/publish';
import type { Output } from '../../../cli/render/staging';
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
  it('writes new files over old ones and removes its own that are stale', async () => {
    const folder = tempFolder(old);
    await publish([output(join(folder, 'dist'), { '0000-a.yaml': 'new a' })]);
    expect(filesBelow(folder)).toEqual({
      'dist/0000-a.yaml': 'new a',
      'dist/notes.txt': 'mine',
      'other/c.json': 'old c',
    });
  });

  it('makes a folder that is not there', async () => {
    const folder = tempFolder();
    await publish([output(join(folder, 'deep', 'down', 'dist'), { '0000-a.yaml': 'new a' })]);
    expect(filesBelow(folder)).toEqual({ 'deep/down/dist/0000-a.yaml': 'new a' });
  });

  it('returns the paths of all files, sorted within each output', async () => {
    const folder = tempFolder();
    const [dist, other] = [join(folder, 'dist'), join(folder, 'other')];
    const outputs = [output(dist, { '0001-b.yaml': '', '0000-a.yaml': '' }), output(other, { 'c.json': '' })];
    expect(await publish(outputs)).toEqual([
      join(dist, '0000-a.yaml'),
      join(dist, '0001-b.yaml'),
      join(other, 'c.json'),
    ]);
  });

  it('renders into a folder that exists and is empty', async () => {
    const folder = tempFolder(old);
    let seen: unknown;
    const render = (staging: string): void => {
      seen = filesBelow(staging);
    };
    await publish([{ folder: join(folder, 'dist'), owns: /^never$/, render }]);
    expect(seen).toEqual({});
    expect(filesBelow(folder)).toEqual(old);
  });
});

describe('an error while rendering', () => {
  it('of the only output leaves everything as it was', async () => {
    const folder = tempFolder(old);
    await expect(publish([broken(join(folder, 'dist'))])).rejects.toThrow('out of ideas');
    expect(filesBelow(folder)).toEqual(old);
  });

  it('of the second output leaves also the first as it was', async () => {
    const folder = tempFolder(old);
    const first = output(join(folder, 'dist'), { '0000-a.yaml': 'new a', '0009-z.yaml': 'new z' });
    await expect(publish([first, broken(join(folder, 'other'))])).rejects.toThrow('out of ideas');
    expect(filesBelow(folder)).toEqual(old);
  });
});

describe('the folder aside', () => {
  const interrupted: Output['render'] = () => {
    process.emit('SIGINT', 'SIGINT');
  };

  it.each([
    ['success', (dist: string) => publish([output(dist, { '0000-a.yaml': '' })])],
    ['an error', (dist: string) => publish([broken(dist)])],
    ['an interrupt', (dist: string) => publish([{ folder: dist, owns: /^never$/, render: interrupted }])],
  ])('is gone after %s', async (_, run) => {
    const folder = tempFolder();
    await run(join(folder, 'dist')).catch(() => 'it is about what is left behind');
    expect(readdirSync(folder).filter((name) => name !== 'dist')).toEqual([]);
  });
});

describe('what has to be proved', () => {
  const start = cwd();
  afterEach(() => {
    chdir(start);
  });
  const rendered = [output('dist', { '0000-a.yaml': 'new a' }), output('cdktf.out', { 'c.json': 'new c' })];

  it('is judged before it is published, and stays aside where it fails', async () => {
    chdir(tempFolder(old));
    const { files, proof } = await publishProved(rendered, (staged, folder) => {
      expect(staged).toEqual([join(folder, 'dist', '0000-a.yaml'), join(folder, 'cdktf.out', 'c.json')]);
      return { isFine: false };
    });
    expect({ files, proof }).toEqual({ files: [], proof: { isFine: false } });
    expect(filesBelow(cwd())).toEqual({
      ...old,
      'refused/cdktf.out/c.json': 'new c',
      'refused/dist/0000-a.yaml': 'new a',
    });
  });

  it('leaves no folders where it does not hold', async () => {
    chdir(tempFolder({ 'notes.txt': 'mine' }));
    await publishProved(rendered, () => ({ isFine: false }));
    expect(readdirSync('.').sort()).toEqual(['notes.txt', 'refused']);
  });

  it('is published where it holds, and what was refused before is gone', async () => {
    chdir(tempFolder({ ...old, 'refused/dist/0000-a.yaml': 'bad' }));
    const { files } = await publishProved(rendered, () => ({ isFine: true }));
    expect(files).toEqual(['dist/0000-a.yaml', 'cdktf.out/c.json']);
    expect(filesBelow(cwd())).toMatchObject({ 'dist/0000-a.yaml': 'new a', 'cdktf.out/c.json': 'new c' });
    expect(readdirSync('.').sort()).toEqual(['cdktf.out', 'dist', 'other']);
  });

  it('leaves nothing behind if the process is told to end, and changes nothing', async () => {
    chdir(tempFolder(old));
    const interrupted = publishProved(rendered, () => {
      process.emit('SIGINT', 'SIGINT');
      return { isFine: true };
    });
    await expect(interrupted).rejects.toThrow('interrupted by SIGINT');
    expect(filesBelow(cwd())).toEqual(old);
  });
});
