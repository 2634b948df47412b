import type { LocatedProblem } from '../../lib/input/source';
import { InputError } from '../../lib/input/input-error';

const problem: LocatedProblem = {
  file: 'menu.yaml',
  line: 7,
  path: ['dishes', 0, 'price'],
  value: 'free',
  rule: 'a price is above 0',
  remedy: 'write a number such as 4.5',
};
const { line, ...withoutLine } = problem;

describe('the report of a problem', () => {
  it('says file, line, field and value, and below them the rule and the remedy', () => {
    expect(new InputError([problem]).message).toBe(
      [
        'menu.yaml:7: dishes.0.price: "free"',
        '  rule:   a price is above 0',
        '  remedy: write a number such as 4.5',
      ].join('\n'),
    );
  });

  it('says `missing` of a value that is not there', () => {
    expect(new InputError([{ ...problem, value: undefined }]).message).toMatch(
      new RegExp(`^menu.yaml:${line}: dishes.0.price: missing\n`),
    );
  });

  it('leaves out the field when the file as a whole is meant', () => {
    expect(new InputError([{ ...problem, path: [], value: ['soup'] }]).message).toMatch(/^menu\.yaml:7: \["soup"\]\n/);
  });

  it('leaves out the line when there is none', () => {
    expect(new InputError([withoutLine]).message).toMatch(/^menu\.yaml: dishes\.0\.price: "free"\n/);
  });

  it('has every problem, and keeps them for those who catch it', () => {
    const error = new InputError([problem, withoutLine]);
    expect(error.message.split('\n')).toHaveLength(6);
    expect(error.problems).toEqual([problem, withoutLine]);
  });
});
