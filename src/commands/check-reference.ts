import { checkIds, checks } from '../checks/index.ts';
import { areaOf } from '../checks/select-checks.ts';
import type { Check } from '../model/contracts.ts';

/** The reference of the rules, from the registry: file name → Markdown. */
export async function checkReferencePages(): Promise<Record<string, string>> {
  const loaded: Check[] = await Promise.all(checkIds.map((id) => checks[id]()));
  const areas = [...new Set(loaded.map(({ id }) => areaOf(id)))];
  const lines = [
    '<!-- Written by `npm run generate` from the program; what is changed here by hand is lost. -->',
    '',
    '# Rules of `penholder check`',
    '',
    '`penholder check --explain <id>` says why a rule exists, with a failing and a passing example.',
    '',
    ...areas.flatMap((area) =>
      areaSection(
        area,
        loaded.filter(({ id }) => areaOf(id) === area),
      ),
    ),
  ];
  return { 'README.md': lines.join('\n') };
}

function areaSection(area: string, rules: readonly Check[]): string[] {
  const rows = rules.map(({ id, severity, about }) => `| \`${id}\` | ${severity} | ${about.replaceAll('|', '\\|')} |`);
  return [`## ${area}`, '', '| rule | severity | what holds |', '| --- | --- | --- |', ...rows, ''];
}
