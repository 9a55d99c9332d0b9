import type { RootContent } from 'mdast';

/** Blocks as parsed, with the place in the source they were parsed from. */
export interface ParsedSegment {
  readonly nodes: readonly RootContent[];
  readonly line: number;
  readonly offset: number;
}

/** What was parsed already. */
export interface SegmentMemo {
  readonly get: (key: string) => ParsedSegment | undefined;
  readonly set: (key: string, parsed: ParsedSegment) => void;
}

/**
 * Keeps what was parsed last. What nobody asked for since as much again was parsed is let go.
 *
 * @param size Characters of source kept at least; twice as many at most.
 */
export function segmentMemo(size: number): SegmentMemo {
  let young = new Map<string, ParsedSegment>();
  let old = new Map<string, ParsedSegment>();
  let held = 0;
  const set = (key: string, parsed: ParsedSegment): void => {
    if (held + key.length > size) {
      old = young;
      young = new Map();
      held = 0;
    }
    held += key.length;
    young.set(key, parsed);
  };
  const get = (key: string): ParsedSegment | undefined => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const older = old.get(key);
    if (older !== undefined) set(key, older);
    return older;
  };
  return { get, set };
}
