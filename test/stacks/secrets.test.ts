import { renderTerraform } from './rendered-stacks';

/** Fields whose value opens something. A name or a reference to such a value is fine. */
const secretField = /(^|_)(password|passwd|token|secret|credentials?|private_key|private_key_pem|tls\.key|ca_key)$/i;

/** The places of secrets that stand in the text itself, whatever the depth. */
function literalSecrets(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, content]) => {
    const here = `${place}/${key}`;
    if (typeof content === 'string' && content.startsWith('{"')) {
      return literalSecrets(JSON.parse(content), here);
    }
    const isLiteral = typeof content === 'string' && !/^\$\{.*\}$/s.test(content) && content !== '';
    return isLiteral && secretField.test(key) ? [here] : literalSecrets(content, here);
  });
}

const texts = [...renderTerraform(), ...renderTerraform({ settings: 'state: { backend: pg }' })];

describe.each(texts)('the JSON of the stack %s', (_, text) => {
  it('has no key and no certificate in it', () => {
    expect(text).not.toMatch(/-----BEGIN|PRIVATE KEY/);
  });

  it('has no password and no token in it', () => {
    expect(literalSecrets(JSON.parse(text))).toEqual([]);
  });

  it('has no address with a user and a password in it', () => {
    expect(text).not.toMatch(/:\/\/[^/"\s]+:[^/"\s]+@/);
  });
});

describe('the search for secrets', () => {
  it.each([
    ['{ "data": { "password": "hunter2" } }', '/data/password'],
    ['{ "data": { "tls.key": "abc" } }', '/data/tls.key'],
    ['{ "values": ["{\\"admin_password\\":\\"x\\"}"] }', '/values/0/admin_password'],
  ])('finds the one in %s', (text, place) => {
    expect(literalSecrets(JSON.parse(text))).toEqual([place]);
  });

  it('does not find a reference, or the name of a key', () => {
    expect(literalSecrets({ password: '${tls_private_key.a.id}', passwordKey: 'password' })).toEqual([]);
  });
});
