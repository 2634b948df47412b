import { expect, test } from 'vitest';
import { readSettings } from '../server/settings';

test('everything has a default', () => {
  expect(readSettings({})).toEqual({
    name: 'frontend-stable',
    upstream: 'http://127.0.0.1:8080',
    errorRate: 0,
    errorCode: 500,
    delay: 0,
  });
});

test('all that is wrong is told at once', () => {
  const wrong = { UPSTREAM_URIS: 'http://a,http://b', ERROR_RATE: 'NaN', ERROR_CODE: '200', ADDED_DELAY_MS: '1e3' };
  let told = '';
  try {
    readSettings(wrong);
  } catch (error) {
    told = (error as Error).message;
  }
  expect(
    told
      .split('\n')
      .map((line) => line.split(' is ')[0])
      .sort(),
  ).toEqual(Object.keys(wrong).sort());
});
