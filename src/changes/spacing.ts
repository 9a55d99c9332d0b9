import type { Token } from './tokens.ts';
import type { TokenRun } from './words.ts';

/**
 * What stands before a token in the marked-up version, and where: inside its own insertion or deletion, outside any, or
 * in whatever the token shares with the one before it.
 */
export interface Space {
  readonly lead: Token['lead'];
  readonly where: 'inside' | 'outside' | 'shared';
  /** The stage that alone has it, where nothing but the space changed; absent: both, or what its words say. */
  readonly only?: 'from' | 'to';
}

/** The spaces of a marked-up passage, token by token in its order. */
export interface Spacing {
  readonly before: readonly Space[];
  /** Tokens with a space after them inside their own insertion or deletion. */
  readonly after: ReadonlySet<number>;
}

const NONE: Space = { lead: '', where: 'shared' };

/** Runs between two kept ones: what is gone, what came, and the kept run that follows. */
interface Region {
  readonly gone: readonly Token[];
  readonly come: readonly Token[];
  readonly next: { readonly from: Token['lead']; readonly to: Token['lead'] } | undefined;
  /** False at the beginning of a passage, where no space can stand. */
  readonly inside: boolean;
}

/** Where the spaces of a region go. */
interface RegionSpaces {
  readonly start: Token['lead'];
  readonly gone: { readonly before: Token['lead']; readonly after: boolean };
  readonly come: { readonly before: Token['lead']; readonly after: boolean };
  readonly next: Token['lead'];
  readonly nextOnly?: 'from' | 'to' | undefined;
}

/** One side changed only: the space the other side has is shared with the end of the change, else with its start. */
function oneSided(
  first: Token['lead'],
  last: Token['lead'],
  only: Token['lead'],
): [start: Token['lead'], own: Token['lead'], after: boolean, next: Token['lead']] {
  if (only === '') return ['', first, last !== '', ''];
  if (last !== '' || first === '') return ['', first, false, only];
  return [only, '', false, ''];
}

/** Whether a space stands where the side that changed has none at either end. */
function isOwn(first: Token['lead'], last: Token['lead'], only: Token['lead']): boolean {
  return only !== '' && first === '' && last === '';
}

function spaceRegion({ gone, come, next, inside }: Region): RegionSpaces {
  const [goneFirst, comeFirst] = [inside ? (gone[0]?.lead ?? '') : '', inside ? (come[0]?.lead ?? '') : ''];
  const end = next ?? { from: '', to: '' };
  const off = { before: '', after: false } as const;
  if (come.length === 0) {
    const [start, before, after, lead] = oneSided(goneFirst, end.from, end.to);
    const nextOnly = isOwn(goneFirst, end.from, end.to) ? ('to' as const) : undefined;
    return { start, gone: { before, after }, come: off, next: lead, nextOnly };
  }
  if (gone.length === 0) {
    const [start, before, after, lead] = oneSided(comeFirst, end.to, end.from);
    const nextOnly = isOwn(comeFirst, end.to, end.from) ? ('from' as const) : undefined;
    return { start, gone: off, come: { before, after }, next: lead, nextOnly };
  }
  const [startShared, endShared] = [goneFirst !== '' && comeFirst !== '', end.from !== '' && end.to !== ''];
  return {
    start: startShared ? comeFirst : '',
    gone: { before: startShared ? '' : goneFirst, after: !endShared && end.from !== '' },
    come: { before: startShared ? '' : comeFirst, after: !endShared && end.to !== '' },
    next: endShared ? end.to : '',
  };
}

interface Writer {
  readonly before: Space[];
  readonly after: Set<number>;
}

function writeRun(writer: Writer, tokens: readonly Token[], spaces: { first: Space; after: boolean }): void {
  tokens.forEach((token, index) => {
    writer.before.push(index === 0 ? spaces.first : { lead: token.lead, where: 'shared' });
  });
  if (spaces.after) writer.after.add(writer.before.length - 1);
}

/** A space inside a kept run, which one stage may have alone. */
function keptSpace(from: Token | undefined, to: Token): Space {
  const [before, after] = [from?.lead ?? '', to.lead];
  if ((before === '') === (after === '')) return { lead: after, where: 'shared' };
  return { lead: ' ', where: 'shared', only: before === '' ? 'to' : 'from' };
}

function writeKept(writer: Writer, run: Extract<TokenRun, { kind: 'kept' }>, first: Space): void {
  run.to.forEach((token, index) => {
    writer.before.push(index === 0 ? first : keptSpace(run.from[index], token));
  });
}

function writeRegion(writer: Writer, region: Region): RegionSpaces {
  const spaces = spaceRegion(region);
  // The shared space stands before whichever comes first.
  const outside: Space = { lead: spaces.start, where: 'outside' };
  const first = (own: Token['lead'], leads: boolean): Space =>
    leads && spaces.start !== '' ? outside : { lead: own, where: 'inside' };
  if (region.gone.length > 0) {
    writeRun(writer, region.gone, { first: first(spaces.gone.before, true), after: spaces.gone.after });
  }
  if (region.come.length > 0) {
    const leads = region.gone.length === 0;
    writeRun(writer, region.come, { first: first(spaces.come.before, leads), after: spaces.come.after });
  }
  return spaces;
}

/**
 * Decides where each space of a marked-up passage stands, so that both readings of it are spaced as they were.
 *
 * @param runs how two passages differ: what is gone before what came, between kept runs
 */
export function spaceRuns(runs: readonly TokenRun[]): Spacing {
  const writer: Writer = { before: [], after: new Set() };
  let [gone, come]: [readonly Token[], readonly Token[]] = [[], []];
  let inside = false;
  const close = (next: Region['next']): RegionSpaces | undefined => {
    if (gone.length + come.length === 0) return undefined;
    const spaces = writeRegion(writer, { gone, come, next, inside });
    [gone, come] = [[], []];
    return spaces;
  };
  for (const run of runs) {
    if (run.kind === 'deleted') gone = [...gone, ...run.from];
    else if (run.kind === 'inserted') come = [...come, ...run.to];
    else {
      const own = run.to[0]?.lead ?? '';
      const isFirst = writer.before.length === 0 && gone.length + come.length === 0;
      const { next = own, nextOnly } = close({ from: run.from[0]?.lead ?? '', to: own }) ?? {};
      const space: Space = { lead: next, where: 'outside', ...(nextOnly !== undefined && { only: nextOnly }) };
      writeKept(writer, run, isFirst ? NONE : space);
      inside = true;
    }
  }
  close(undefined);
  return writer;
}
