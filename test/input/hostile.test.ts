import { InputError } from '../../lib/input/input-error';
import { readMenu } from './menu';

/** Ten times nine copies of the level below: some gigabytes, if anyone unfolds it. */
const aliasBomb = [
  'l0: &l0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 10 }, (_, level) => {
    const copies = Array.from({ length: 9 }, () => `*l${level}`).join(', ');
    return `l${level + 1}: &l${level + 1} [${copies}]`;
  }),
].join('\n');

/** Reads a text that nobody would write by accident, and reports it as the command line does. */
function survive(text: string): InputError {
  const { value, problems } = readMenu(text);
  expect(value).toBeUndefined();
  expect(problems).not.toEqual([]);
  for (const { file, line } of problems) {
    expect(file).toBe('menu.yaml');
    expect(line).toBeGreaterThanOrEqual(1);
  }
  return new InputError(problems);
}

describe('a hostile file', () => {
  it('of aliases that unfold without end is a problem of the file', () => {
    expect(survive(aliasBomb).message).toMatch(/^menu\.yaml:\d+: /);
  });

  it('with an alias of nothing is a problem of its line', () => {
    expect(survive('title: lunch\ndishes: *nothing').message).toMatch(/^menu\.yaml:2: /);
  });

  it('with a value that holds itself is a problem of its line', () => {
    expect(survive('title: lunch\nkitchen: &loop [*loop]').message).toMatch(/^menu\.yaml:2: /);
  });

  it('is told to write out what it names by an alias', () => {
    const { problems } = readMenu('title: &name lunch\ndishes: [{ name: *name, price: 1 }]');
    expect(problems[0]).toMatchObject({ line: 2, value: '*name', remedy: 'write the value out' });
  });

  it.each([
    ['a set with values', '!!set ? title: lunch'],
    ['a merge of no mapping', '%YAML 1.1\n---\n<<: lunch'],
  ])('with %s is a problem as any other', (_, text) => {
    expect(survive(text).message).toMatch(/^menu\.yaml:\d+: /);
  });

  it.each([
    ['__proto__', 'title: lunch\n__proto__: { title: evil }'],
    ['constructor', 'title: lunch\nconstructor: { prototype: 1 }'],
    ['toString', 'title: lunch\ntoString: 1'],
    ['a list', 'title: lunch\n? 5\n: 1'],
    ['a merge', 'title: lunch\n<<: { title: dinner }'],
  ])('with the key %s names its line', (_, text) => {
    expect(survive(text).message).toMatch(/^menu\.yaml:2: /);
  });

  it('with the key __proto__ inside of a field changes no other object', () => {
    expect(survive('kitchen:\n  __proto__:\n    cooks: 7').message).toMatch(/^menu\.yaml:2: kitchen\.__proto__: /);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['nested without end', '['.repeat(5000)],
    ['nested deeply', `title: ${'['.repeat(2000)}${']'.repeat(2000)}`],
    ['with a key of nothing', 'title: lunch\n? \n: 1'],
    ['full of control characters', 'title: "\u0000\u0007\u001b[31m"'],
    ['a binary', '\u0000\u0001\u0002\uFFFD: \u0000'],
    ['of one long word', `title: ${'A'.repeat(100_000)}`],
    ['of an unknown YAML version', '%YAML 9.9\n---\ntitle: 1'],
    ['of foreign tags', 'title: !!js/function "() => 1"\nkitchen: !!set { cooks }'],
    ['of numbers that are none', 'kitchen: { cooks: .nan }'],
  ])('%s is a problem as any other', (_, text) => {
    expect(survive(text).message).toMatch(/^menu\.yaml:\d+: /);
  });

  it('with a mapping for a key makes the YAML library say nothing on its own', () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    survive('? { cooks: 2 }\n: 1');
    const calls = warn.mock.calls.length;
    warn.mockRestore();
    expect(calls).toBe(0);
  });
});
