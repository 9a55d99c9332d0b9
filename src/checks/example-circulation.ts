const KEYS: Readonly<Record<string, string>> = {
  to: 'civil-society',
  date: '2022-10-03',
  deadline: '2022-11-30',
  distribution: 'public',
  tag: 'zero-draft',
};

const FILES = `  files:
    - name: guidance-note-zero.pdf
      version: clean
      sha256: 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
`;

/**
 * A file of circulations for the examples of checks.
 *
 * @param keys Keys that differ from a circulation without fault.
 */
export function exampleCirculation(keys: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...KEYS, ...keys }).map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join('\n  ')}\n${FILES}`;
}
