import { expect, test } from 'vitest';
import { uploadedImage } from '../server/upload';

const mebibyte = 1024 * 1024;

function raw(length: number): Request {
  return new Request('http://frontend/', { method: 'POST', body: new Uint8Array(length) });
}

function form(fields: Record<string, Blob | string>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    body.set(name, value);
  }
  return new Request('http://frontend/', { method: 'POST', body });
}

test.each([
  ['a body', raw(mebibyte)],
  ['a form', form({ image: new Blob([new Uint8Array(mebibyte)]) })],
])('%s of exactly 1 MiB is taken', async (_, request) => {
  expect(await uploadedImage(request)).toHaveLength(mebibyte);
});

test('the bytes of a form are those of its file', async () => {
  expect(await uploadedImage(form({ image: new Blob(['picture']) }))).toEqual(new TextEncoder().encode('picture'));
});

test.each([
  ['no body', new Request('http://frontend/', { method: 'POST' }), 400],
  ['an empty file', form({ image: new Blob() }), 400],
  ['a text in the place of the file', form({ image: 'text' }), 400],
  ['another field', form({ picture: new Blob(['picture']) }), 400],
  ['a body that is too large', raw(mebibyte + 1), 413],
  ['a file that is too large', form({ image: new Blob([new Uint8Array(mebibyte + 1)]) }), 413],
  ['a form that is too large', form({ image: new Blob([new Uint8Array(2 * mebibyte)]) }), 413],
  [
    'a damaged form',
    new Request('http://frontend/', {
      method: 'POST',
      body: 'no form',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
    400,
  ],
])('%s is refused', async (_, request, code) => {
  await expect(uploadedImage(request)).rejects.toMatchObject({ code });
});
