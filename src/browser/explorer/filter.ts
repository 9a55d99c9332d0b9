import type { ExplorerInput } from '../../model/explorer.ts';
import { type Filter, UNANSWERED } from './state.ts';

/**
 * Makes a function that gives the places of the inputs that fit, in order.
 *
 * The words to be searched are prepared at the first search, so that a page opens without them.
 */
export function inputFilter(inputs: readonly ExplorerInput[]): (filter: Filter) => number[] {
  let folded: readonly string[] | undefined;
  return (filter) => {
    const wanted = fold(filter.search)
      .split(/\s+/u)
      .filter((word) => word !== '');
    if (wanted.length > 0) folded ??= inputs.map((input) => fold(searchable(input)));
    const found: number[] = [];
    for (const [place, input] of inputs.entries()) {
      const words = folded?.[place] ?? '';
      if (fits(input, filter) && wanted.every((word) => words.includes(word))) found.push(place);
    }
    return found;
  };
}

function fits(input: ExplorerInput, { round, group, kind, code, decision, reaction, lead }: Filter): boolean {
  return (
    (round === '' || input.round === round) &&
    (group === '' || input.group === group) &&
    (kind === '' || input.kinds.includes(kind)) &&
    (code === '' || input.codes.includes(code)) &&
    (reaction === '' || input.reaction === reaction) &&
    (lead === '' || input.leads?.includes(lead) === true) &&
    (decision === '' || (decision === UNANSWERED ? input.decision === undefined : input.decision === decision))
  );
}

function searchable({ ref, from = '', text, reason = '' }: ExplorerInput): string {
  return `${ref}\n${from}\n${text}\n${reason}`;
}

/** Words without case and without accents, so that whoever types few of them finds many. */
export function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
