import type { Process } from '../../model/process.ts';
import { INPUT_KINDS, type InputKind } from '../../model/vocabulary.ts';
import type { Disclosures } from '../../trace/disclose-input.ts';
import { wordsOf } from '../../trace/disclosure.ts';
import { codeTitle } from '../reach/words.ts';
import type { SynopsisItem } from './items.ts';

/** Words that may be passed on, as a sample of what was said. */
export interface Sample {
  readonly ref: string;
  readonly text: string;
  /** A paraphrase is no quotation. */
  readonly words: 'verbatim' | 'paraphrase';
  /** Who is named, as attribution allows. */
  readonly from?: string;
}

/** What was said under one code. */
export interface CodeLine {
  readonly code: string;
  readonly title: string;
  readonly inputs: number;
  /** Near-identical inputs counted once. */
  readonly voices: number;
  readonly consultations: number;
  readonly kinds: Readonly<Partial<Record<InputKind, number>>>;
  readonly samples: readonly Sample[];
}

/** What was said by one dimension of the codebook. */
export interface SaidBy {
  readonly dimension: string;
  readonly title: string;
  readonly lines: readonly CodeLine[];
}

const SAMPLES = 2;
/** A sample is a sentence or two, and more than a word. */
const SAMPLE_LENGTH = { least: 40, most: 400 };

/** Counts what was said by the dimensions of the codebook; codes that nobody used are left out. */
export function saidByCodes(items: readonly SynopsisItem[], process: Process, told: Disclosures): readonly SaidBy[] {
  const byCode = new Map<string, SynopsisItem[]>();
  for (const item of items) {
    for (const code of new Set(item.input.codes)) {
      const known = byCode.get(code);
      if (known === undefined) byCode.set(code, [item]);
      else known.push(item);
    }
  }
  const main = mainDimension(process);
  return Object.entries(process.codebook ?? {}).map(([dimension, { title, values }]): SaidBy => {
    const codes = values.map(({ id }) => `${dimension}/${id}`);
    const lines = codes.flatMap((code) => {
      const own = byCode.get(code) ?? [];
      return own.length === 0 ? [] : [codeLine(code, own, { process, told, sampled: dimension === main })];
    });
    return { dimension, title, lines };
  });
}

/** The dimension that says what inputs are about: the one called theme, else the one with most values. */
export function mainDimension({ codebook = {} }: Process): string | undefined {
  const names = Object.keys(codebook);
  const themes = names.find((name) => /^(?:theme|topic|issue|subject)s?$/iu.test(name));
  const size = (name: string) => codebook[name]?.values.length ?? 0;
  return (
    themes ??
    names.reduce<string | undefined>(
      (best, name) => (best === undefined || size(name) > size(best) ? name : best),
      undefined,
    )
  );
}

interface LineOptions {
  readonly process: Process;
  readonly told: Disclosures;
  readonly sampled: boolean;
}

function codeLine(code: string, items: readonly SynopsisItem[], { process, told, sampled }: LineOptions): CodeLine {
  const kinds: Partial<Record<InputKind, number>> = {};
  for (const kind of INPUT_KINDS) {
    const count = items.filter(({ input }) => input.kinds.includes(kind)).length;
    if (count > 0) kinds[kind] = count;
  }
  return {
    code,
    title: codeTitle(code, process),
    inputs: items.length,
    voices: new Set(items.map(({ voice }) => voice)).size,
    consultations: new Set(items.map(({ note }) => note)).size,
    kinds,
    samples: sampled ? samplesOf(items, told) : [],
  };
}

/** One sample a consultation, and none twice from the same stakeholder group while others have spoken. */
function samplesOf(items: readonly SynopsisItem[], told: Disclosures): readonly Sample[] {
  const samples: { readonly group: string; readonly sample: Sample }[] = [];
  for (const item of items) {
    const { note, disclosure, input } = item;
    const { group } = note.frontMatter;
    const { words } = disclosure;
    const text = wordsOf(input.text, words)?.replace(/\s+/gu, ' ').trim();
    if (text === undefined || words === 'none' || text.includes('[…]')) continue;
    if (text.length < SAMPLE_LENGTH.least || text.length > SAMPLE_LENGTH.most) continue;
    if (samples.some((one) => one.group === group)) continue;
    const from = told.contributorOf(note, disclosure);
    samples.push({ group, sample: { ref: item.ref, text, words, ...(from !== undefined && { from }) } });
    if (samples.length === SAMPLES) break;
  }
  return samples.map(({ sample }) => sample);
}
