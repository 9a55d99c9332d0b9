import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/text/yaml.ts';

describe('YAML without end', () => {
  it('is refused by its number of entries, before it is read', () => {
    const { value, findings } = readYaml('- a\n'.repeat(100_001), 'a.yaml');
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ check: 'yaml/too-large', severity: 'error' }]);
  });

  it('counts entries on one line too', () => {
    expect(readYaml(`[${'1,'.repeat(100_001)}1]`, 'a.yaml').findings).toMatchObject([{ check: 'yaml/too-large' }]);
  });

  it('reads what a large consultation needs', () => {
    expect(readYaml('- a\n'.repeat(20_000), 'a.yaml').value).toHaveLength(20_000);
  });
});
