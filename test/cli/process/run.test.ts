import { ask, run } from '../../../cli/process/run';

const node = process.execPath;

describe('a program', () => {
  it('that ends well is known by what it prints', async () => {
    expect(await ask(node, ['-p', '6 * 7'], 20 * 60_000)).toEqual({ text: '42\n' });
  });

  it('that ends badly is known by its last complaint', async () => {
    const script = 'console.error("first"); console.error("no space left"); process.exit(3)';
    expect(await ask(node, ['-e', script], 20 * 60_000)).toEqual({ failure: 'no space left' });
  });

  it('that hangs is given up, also if it hears no signal and has children', async () => {
    const script = 'trap "" TERM; sleep 300 & sleep 300';
    expect(await run('/bin/sh', ['-c', script], 200)).toMatchObject({ failure: 'no answer within 0.2 s' });
  });

  it('that is not there is a failure, and no exception', async () => {
    expect(await ask('no-such-program', [], 1000)).toEqual({ failure: expect.stringContaining('ENOENT') as string });
  });
});
