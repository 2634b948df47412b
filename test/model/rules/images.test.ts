import { isImage } from '../../../lib/model/rules/images';

const digest = `sha256:${'0a'.repeat(32)}`;

describe('an image', () => {
  it.each([
    'app:v1',
    'team/app:v1.2.3',
    'registry.example.org/team/app:v1',
    'registry.example.org:5000/team/app:v1',
    'localhost:5000/app:1',
    'a/b-c/d_e/f.g:V1_x-y.z',
    'app:latest-1',
    `app@${digest}`,
    `team/app:v1@${digest}`,
    `team/app:latest@${digest}`,
  ])('can be %s', (image) => {
    expect(isImage(image)).toBe(true);
  });

  it.each([
    '',
    'app',
    'team/app',
    'app:latest',
    'registry.example.org:5000/app',
    'team/App:1',
    'app:',
    'app:v 1',
    'app:-v1',
    `app:${'v'.repeat(129)}`,
    'app@sha256:abc',
    `app@md5:${'0'.repeat(32)}`,
    'https://registry.example.org/app:v1',
    'app:v1 ',
    'app:v1\n',
    ':v1',
    '/app:v1',
    'team//app:v1',
    1,
    null,
    undefined,
    ['app:v1'],
  ])('can not be %p', (image) => {
    expect(isImage(image)).toBe(false);
  });

  it('can not be in a repository of upper case, which looks like a registry and is none', () => {
    expect(isImage('UPPER/case:1')).toBe(false);
  });
});
