import { readXml } from '../xml-parts.ts';
import type { Looks } from './story-state.ts';

interface StyleDraft {
  name: string;
  basedOn?: string;
  outline?: number;
  numId?: string;
  level?: number;
}

/**
 * Reads the styles and lists of a Word file.
 *
 * @param styles The part with the styles, if there is one.
 * @param numbering The part with the lists, if there is one.
 */
export function readLooks(styles: Uint8Array | undefined, numbering: Uint8Array | undefined): Looks {
  return { styles: stylesOf(styles), ordered: orderedLevels(numbering) };
}

function stylesOf(bytes: Uint8Array | undefined): Looks['styles'] {
  const drafts = new Map<string, StyleDraft>();
  if (bytes === undefined) return new Map();
  let open: StyleDraft | undefined;
  readXml(bytes, {
    open: (name, attribute) => {
      const value = attribute('val');
      if (name === 'style') {
        open = { name: attribute('styleId') ?? '' };
        drafts.set(open.name, open);
      } else if (open === undefined || value === undefined) return;
      else if (name === 'name') open.name = value;
      else if (name === 'basedOn') open.basedOn = value;
      else if (name === 'outlineLvl') open.outline = Number(value);
      else if (name === 'numId') open.numId = value;
      else if (name === 'ilvl') open.level = Number(value);
    },
    close: (name) => {
      if (name === 'style') open = undefined;
    },
  });
  return new Map([...drafts].map(([id, draft]) => [id, finishStyle(draft, drafts)]));
}

/** What a style says itself, else what the one it is based on says; circles end. */
function finishStyle(draft: StyleDraft, drafts: ReadonlyMap<string, StyleDraft>) {
  const chain: StyleDraft[] = [];
  let at: StyleDraft | undefined = draft;
  while (at !== undefined && !chain.includes(at) && chain.length < 20) {
    chain.push(at);
    at = at.basedOn === undefined ? undefined : drafts.get(at.basedOn);
  }
  const named = chain.map(({ name }) => /^heading (\d)$/iu.exec(name)?.[1]).find((level) => level !== undefined);
  const outline = chain.find((one) => one.outline !== undefined)?.outline;
  const heading = outline !== undefined && outline < 9 ? outline + 1 : named === undefined ? undefined : Number(named);
  const list = chain.find((one) => one.numId !== undefined);
  return {
    name: draft.name,
    ...(heading !== undefined && { heading }),
    ...(list?.numId !== undefined && { numId: list.numId, level: list.level ?? 0 }),
  };
}

function orderedLevels(bytes: Uint8Array | undefined): ReadonlyMap<string, boolean> {
  const ordered = new Map<string, boolean>();
  if (bytes === undefined) return ordered;
  const abstract = new Map<string, boolean[]>();
  let levels: boolean[] = [];
  let level = 0;
  let list = '';
  readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'abstractNum') {
        levels = [];
        abstract.set(attribute('abstractNumId') ?? '', levels);
      } else if (name === 'num') list = attribute('numId') ?? '';
      else if (name === 'lvl') level = Number(attribute('ilvl') ?? 0);
      else if (name === 'numFmt' && level >= 0 && level < 9)
        levels[level] = !['bullet', 'none'].includes(attribute('val') ?? '');
      else if (name === 'abstractNumId') {
        (abstract.get(attribute('val') ?? '') ?? []).forEach((isOrdered, at) => {
          ordered.set(`${list}/${at}`, isOrdered);
        });
      }
    },
  });
  return ordered;
}
