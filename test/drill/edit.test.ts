import { edited, editedEverywhere, editedItems } from '../../lib/drill/edit';

const content = { a: { b: [{ c: 1 }, { c: 2 }] }, d: 'e' };

describe('an edit', () => {
  it('changes one field and leaves its neighbours in their order', () => {
    expect(JSON.stringify(edited({ x: 1, y: { z: 2 }, w: 3 }, ['y', 'z'], () => 5))).toBe('{"x":1,"y":{"z":5},"w":3}');
  });

  it('makes a field, and leaves out one that becomes nothing', () => {
    expect(edited({}, ['a', 'b'], () => 1)).toEqual({ a: { b: 1 } });
    expect(edited({ a: 1, b: 2 }, ['a'], () => undefined)).toEqual({ b: 2 });
  });

  it('changes every item of a list, and leaves out those that become nothing', () => {
    const onlyFirst = editedItems(content, ['a', 'b'], (item) => (item['c'] === 1 ? { c: 9 } : undefined));
    expect(onlyFirst).toEqual({ a: { b: [{ c: 9 }] }, d: 'e' });
  });

  it('changes a field wherever it stands', () => {
    expect(editedEverywhere(content, 'c', (value) => Number(value) + 1)).toEqual({
      a: { b: [{ c: 2 }, { c: 3 }] },
      d: 'e',
    });
  });

  it('leaves what it was given as it was', () => {
    const before = JSON.stringify(content);
    editedEverywhere(content, 'c', () => 0);
    expect(JSON.stringify(content)).toBe(before);
  });
});
