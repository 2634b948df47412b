import { GeneratedSecret } from '../../lib/platform/generated-secret';
import { resourcesOf } from '../support/resources-of';

const [secret] = resourcesOf('kubernetes_secret_v1', (stack) => {
  const place = { name: 'admin', namespace: 'watch', after: [] };
  new GeneratedSecret(stack, 'it', { ...place, data: { user: 'root' }, generatedKey: 'password' });
});

describe('a generated secret', () => {
  it('is 32 characters that Terraform makes up once, beside what is written as it is', () => {
    expect(secret).toMatchObject({
      metadata: { name: 'admin', namespace: 'watch' },
      data: {
        user: 'root',
        password: expect.stringMatching(
          /^\$\{substr\(sha256\(tls_private_key\.it_source_\w+\.private_key_pem\), 0, 32\)\}$/,
        ) as string,
      },
    });
  });
});
