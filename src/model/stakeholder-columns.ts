import type { Stakeholder } from './stakeholder.ts';

/** How a column's cells are read: words, one date, words with semicolons between, dates with semicolons between. */
export type StakeholderColumnKind = 'text' | 'date' | 'list' | 'dates';

/** A column of the stakeholders' spreadsheet. */
export interface StakeholderColumn {
  readonly key: keyof Stakeholder;
  readonly title: string;
  readonly kind: StakeholderColumnKind;
  /** What else people call it, in lower case. */
  readonly aliases?: readonly string[];
}

/** The columns of the stakeholders' spreadsheet, in order; `export` writes them, and `import` reads them in any order. */
export const STAKEHOLDER_COLUMNS: readonly StakeholderColumn[] = [
  { key: 'id', title: 'Id', kind: 'text' },
  { key: 'name', title: 'Name', kind: 'text', aliases: ['stakeholder', 'nom', 'nombre'] },
  { key: 'organisation', title: 'Organisation', kind: 'text', aliases: ['organization', 'part of'] },
  { key: 'group', title: 'Group', kind: 'text', aliases: ['stakeholder group', 'type'] },
  { key: 'level', title: 'Level', kind: 'text' },
  { key: 'region', title: 'Region', kind: 'text' },
  { key: 'left-behind', title: 'Groups most often left behind', kind: 'list', aliases: ['left behind'] },
  { key: 'networks', title: 'Networks', kind: 'list' },
  { key: 'platforms', title: 'Platforms', kind: 'list' },
  { key: 'contact', title: 'Where the contact is held', kind: 'text' },
  { key: 'invited', title: 'Invited', kind: 'date' },
  { key: 'reminded', title: 'Reminded', kind: 'dates' },
  { key: 'replied', title: 'Replied', kind: 'date' },
  { key: 'accommodations', title: 'Accommodations', kind: 'list' },
];

/** What stands between the values of a cell that holds several. */
export const LIST_SEPARATOR = '; ';

/**
 * Writes stakeholders as the rows of a spreadsheet, with the heading row first.
 *
 * @param stakeholders In the order in which they are listed.
 */
export function stakeholderRows(stakeholders: readonly Stakeholder[]): string[][] {
  const rows = stakeholders.map((stakeholder) =>
    STAKEHOLDER_COLUMNS.map(({ key }) => {
      const value = stakeholder[key];
      return typeof value === 'string' ? value : (value ?? []).join(LIST_SEPARATOR);
    }),
  );
  return [STAKEHOLDER_COLUMNS.map(({ title }) => title), ...rows];
}
