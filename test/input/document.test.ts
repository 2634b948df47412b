import { readMenu } from './menu';
import { places } from './places';

describe('a good file', () => {
  it('is read, with the defaults of what it leaves out', () => {
    expect(readMenu(['# today', 'dishes:', '  - { name: soup, price: 4.5 }'])).toEqual({
      value: { title: 'menu', dishes: [{ name: 'soup', price: 4.5 }], kitchen: { cooks: 1 } },
      problems: [],
    });
  });

  it.each([
    ['empty', ''],
    ['blank', '\n\n'],
    ['only a comment', '# nothing yet'],
    ['only the start of a document', '---\n'],
  ])('may be %s', (_, text) => {
    expect(readMenu(text).value).toEqual({ title: 'menu', dishes: [], kitchen: { cooks: 1 } });
  });

  it.each([
    ['the line ends of Windows', 'title: lunch\r\nkitchen:\r\n  cooks: 2\r\n'],
    ['a byte order mark', '\uFEFFtitle: lunch\nkitchen:\n  cooks: 2\n'],
    ['no line end', 'title: lunch\nkitchen: { cooks: 2 }'],
    ['a tab before a comment', 'title: lunch\t# at noon\nkitchen: { cooks: 2 }'],
  ])('may have %s', (_, text) => {
    expect(readMenu(text).value).toMatchObject({ title: 'lunch', kitchen: { cooks: 2 } });
  });

  it('keeps a tab inside of quotes', () => {
    expect(readMenu('dishes: [{ name: "a\tb", price: 1 }]').problems).toMatchObject([{ value: 'a\tb' }]);
  });
});

describe('a file that is not YAML', () => {
  it.each([
    ['a tab', ['title: lunch', 'kitchen:', '\tcooks: 2'], 3, 'replace the tab by spaces'],
    ['a key twice', ['title: lunch', 'title: dinner'], 2, 'remove one of the two lines'],
    ['an open bracket', ['title: lunch', 'dishes: [', ''], 3, 'mend the line'],
    ['an open quote', ['kitchen:', '  cooks: "2'], 2, 'mend the line'],
    ['a second document', ['title: lunch', '---', 'title: dinner'], 2, 'remove the line `---`, or what is not meant'],
    ['a key without a space', ['title: lunch', 'kitchen:', '  cooks:2', '  more: 1'], 3, 'mend the line'],
  ])('is reported at the line with %s', (_, lines, line, remedy) => {
    const { value, problems } = readMenu(lines);
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ file: 'menu.yaml', line, remedy });
    expect(problems[0]?.rule).toMatch(/^the file is YAML 1\.2: /);
  });

  it('is shown with the line as it stands', () => {
    expect(readMenu(['kitchen:', '\tcooks: 2', 'title: lunch']).problems).toMatchObject([{ value: '\tcooks: 2' }]);
  });
});

describe('a file of another shape', () => {
  it.each([
    ['a list', '- soup\n- salad', ['soup', 'salad']],
    ['a text', 'soup', 'soup'],
    ['a number', '42', 42],
    ['a yes', 'true', true],
  ])('is reported as a whole when it is %s', (_, text, value) => {
    expect(readMenu(text).problems).toMatchObject([
      { file: 'menu.yaml', line: 1, path: [], value, rule: 'this is a mapping with fields of its own' },
    ]);
  });

  it('is reported where a mapping or a list is missing', () => {
    const { problems } = readMenu(['kitchen: big', 'dishes:', '  name: soup']);
    expect(places(problems)).toEqual(['menu.yaml:1 kitchen', 'menu.yaml:2 dishes']);
    expect(problems.map(({ rule }) => rule)).toEqual(['this is a mapping with fields of its own', 'this is a list']);
  });
});
