import { InputError } from '../../lib/input/input-error';
import { readMenu } from './menu';
import { places } from './places';

describe('the problems of one file', () => {
  it('are all reported at once, in the order of their lines', () => {
    const { value, problems } = readMenu([
      'kitchen:',
      '\tcooks: 0',
      'waiters: 3',
      'dishes:',
      '  - name: Soup',
      '    price: 4.5',
      '    spicy: true',
      '  - price: free',
      'title: lunch',
      'title: lunch',
    ]);
    expect(value).toBeUndefined();
    expect(places(problems)).toEqual([
      'menu.yaml:2',
      'menu.yaml:2 kitchen.cooks',
      'menu.yaml:3 waiters',
      'menu.yaml:5 dishes.0.name',
      'menu.yaml:7 dishes.0.spicy',
      'menu.yaml:8 dishes.1.name',
      'menu.yaml:8 dishes.1.price',
      'menu.yaml:10',
    ]);
  });

  it('have the words of the field that is wrong', () => {
    expect(readMenu('dishes: [{ name: soup, price: 0 }]').problems).toEqual([
      {
        file: 'menu.yaml',
        line: 1,
        path: ['dishes', 0, 'price'],
        value: 0,
        rule: 'a price is above 0',
        remedy: 'write a number such as 4.5',
      },
    ]);
  });

  it('stand at the field around one that is missing', () => {
    const { problems } = readMenu(['dishes:', '  - name: soup', '    price: 1', '  - name: salad']);
    expect(problems).toMatchObject([{ line: 4, path: ['dishes', 1, 'price'], value: undefined }]);
  });

  it('are one for each unknown field', () => {
    const { problems } = readMenu(['titel: lunch', 'kitchen:', '  cook: 1', '  ovens: 2']);
    expect(places(problems)).toEqual(['menu.yaml:1 titel', 'menu.yaml:3 kitchen.cook', 'menu.yaml:4 kitchen.ovens']);
  });

  it('count the lines of Windows files as they are', () => {
    expect(places(readMenu('title: lunch\r\n\r\nkitchen:\r\n  cooks: 0\r\n').problems)).toEqual([
      'menu.yaml:4 kitchen.cooks',
    ]);
  });

  it('stand at the second line when a key is there twice and its second value is wrong', () => {
    expect(places(readMenu(['kitchen:', '  cooks: 1', '  cooks: 0']).problems)).toEqual([
      'menu.yaml:3',
      'menu.yaml:3 kitchen.cooks',
    ]);
  });
});

describe('further rules', () => {
  const rule = { rule: 'no more dishes than cooks', remedy: 'hire a cook' };

  it('see the values as found, and their problems stand in line order with all others', () => {
    const { problems } = readMenu(['title: Lunch', 'kitchen:', '  cooks: 0', 'extra: 1'], (found) => [
      { path: ['kitchen', 'cooks'], value: found, ...rule },
    ]);
    expect(places(problems)).toEqual([
      'menu.yaml:1 title',
      'menu.yaml:3 kitchen.cooks',
      'menu.yaml:3 kitchen.cooks',
      'menu.yaml:4 extra',
    ]);
    expect(problems[2]).toMatchObject({ value: { title: 'Lunch', kitchen: { cooks: 0 }, extra: 1 }, ...rule });
  });

  it('keep a file with a good shape from being used', () => {
    const reading = readMenu('title: lunch', () => [{ path: ['nowhere'], value: 1, ...rule }]);
    expect(reading.value).toBeUndefined();
    expect(places(reading.problems)).toEqual(['menu.yaml:1 nowhere']);
  });

  it.each(['-1e400', '-.inf', '.NaN', '-017', '0x0', '-12345678901234567890'])(
    'show the number %s as it stands in the file',
    (number) => {
      const { problems } = readMenu(`kitchen: { cooks: ${number} }`);
      expect(new InputError(problems).message).toMatch(`menu.yaml:1: kitchen.cooks: ${number}\n`);
    },
  );
});
