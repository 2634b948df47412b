import { expect, test } from 'vitest';
import { counted } from '../components/release-counts';
import { flash, readFlash } from '../server/flash';
import { shownOf } from '../shared/answer';

const answer = {
  name: 'frontend-stable',
  code: 502,
  error: 'no; answer',
  upstream_calls: { backend: { code: 502, upstream_calls: { ml: { name: 'ml-stable', code: 500 } } } },
};

test('who did not say its name is not on the path', () => {
  expect(shownOf(answer)).toEqual({ path: ['frontend-stable', 'ml-stable'], error: 'no; answer' });
});

test('a cookie carries what is shown', () => {
  const value = /^shown=([^;]*);/.exec(flash(shownOf(answer)))?.[1];
  expect(readFlash(decodeURIComponent(value ?? ''))).toEqual(shownOf(answer));
});

test.each([undefined, '', 'null', '{"path":"x"}', '{"path":[1]}', '{'])('the cookie %o shows nothing', (value) => {
  expect(readFlash(value)).toBeUndefined();
});

test('answers are counted by release', () => {
  const once = counted({}, ['frontend-stable', 'ml-canary']);
  expect(counted(once, ['ml-canary'])).toEqual({ 'frontend-stable': 1, 'ml-canary': 2 });
});
