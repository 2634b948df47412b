import { exitWith } from '../../cli/exit';
import { InputError } from '../../lib/input/input-error';

const problem = { file: 'settings.yaml', line: 3, path: ['replicas'], value: 0, rule: 'a rule', remedy: 'a remedy' };

/** Runs a command to its end: the exit code, and what is written to stderr. */
async function run(command: () => void | Promise<void>, ...args: string[]) {
  const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { argv, exitCode } = process;
  process.argv = [...argv.slice(0, 2), ...args];
  try {
    await exitWith(command);
    return { exitCode: process.exitCode, stderr: written.mock.calls.flat().join('\n') };
  } finally {
    process.argv = argv;
    process.exitCode = exitCode;
    written.mockRestore();
  }
}

const fail = (error: unknown) => (): void => {
  throw error;
};

describe('a command', () => {
  it('that ends well sets no exit code and says nothing', async () => {
    expect(await run(() => undefined)).toEqual({ exitCode: undefined, stderr: '' });
  });

  it('with input that can not be used ends with 2 and the problems alone', async () => {
    expect(await run(fail(new InputError([problem])))).toEqual({
      exitCode: 2,
      stderr: 'settings.yaml:3: replicas: 0\n  rule:   a rule\n  remedy: a remedy',
    });
  });

  it('that fails otherwise ends with 1 and the message alone', async () => {
    expect(await run(fail(new Error('no space left')))).toEqual({ exitCode: 1, stderr: 'no space left' });
    expect(await run(fail('a word'))).toEqual({ exitCode: 1, stderr: 'a word' });
  });

  it('is waited for, and may fail later', async () => {
    const later = () => Promise.reject(new Error('no answer'));
    expect(await run(later)).toEqual({ exitCode: 1, stderr: 'no answer' });
  });

  it('shows where it failed only when asked to', async () => {
    const { exitCode, stderr } = await run(fail(new Error('no space left')), '--debug');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Error: no space left\n +at /);
  });
});
