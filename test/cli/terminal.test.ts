import { isColoured } from '../../cli/terminal';

describe('a screen', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [undefined, {}, false],
  ])('that is a terminal: %p, with %p, is coloured: %p', (isTTY, env, coloured) => {
    expect(isColoured({ isTTY }, env)).toBe(coloured);
  });
});
