import { examineTerraform, isOlder, readTerraformVersion } from '../../../cli/doctor/terraform-version';

describe('the version of Terraform', () => {
  const json = '{\n  "terraform_version": "1.11.4",\n  "platform": "linux_amd64"\n}\n';

  it('is read from its JSON', () => {
    expect(readTerraformVersion(json)).toBe('1.11.4');
  });

  it('is found behind warnings about its configuration', () => {
    expect(readTerraformVersion(`Warning: { is odd\n\n${json}`)).toBe('1.11.4');
  });

  it.each(['', 'Terraform v0.11.1', '{\n "version": 1 }'])('is not in %p', (text) => {
    expect(readTerraformVersion(text)).toBeUndefined();
  });

  it.each([
    ['1.4.9', '1.5.0', true],
    ['1.5.0', '1.5.0', false],
    ['1.10.0', '1.5.0', false],
    ['1.9.8', '1.10.0', true],
    ['1.10.0-rc1', '1.10.0', false],
    ['0.15.5', '1.5.0', true],
    ['2.0.0', '1.10.0', false],
  ])('%s is older than %s: %s', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });

  it.each([
    ['1.9.8', 'local', 'ok'],
    ['1.9.8', 's3', 'problem'],
    ['1.10.0', 's3', 'ok'],
    ['1.4.0', 'gcs', 'problem'],
    [undefined, 'local', 'problem'],
  ] as const)('%s with a state in %s is: %s', (version, backend, outcome) => {
    expect(examineTerraform(version, 'tofu', backend).outcome).toBe(outcome);
  });
});
