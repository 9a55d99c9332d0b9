import type { CitedItem } from '../../model/document.ts';

const ITEM =
  /^(?<prefix>[^@[\]{}]{0,80}?\s)?-?@(?<id>[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?)(?:\s*,\s*(?<locator>.+)|\s*)$/su;

/**
 * Reads what stands between the brackets of a citation.
 *
 * @param text `@id, para. 3; see @other`.
 * @returns The cited resources, or undefined where it is no citation.
 */
export function parseCitation(text: string): CitedItem[] | undefined {
  if (!text.includes('@') || text.length > 2000) return undefined;
  const items: CitedItem[] = [];
  for (const part of text.replaceAll(/\s+/gu, ' ').split(';')) {
    const groups = ITEM.exec(part.trim())?.groups;
    if (!groups?.id) return undefined;
    const { id, prefix, locator } = groups;
    items.push({
      id,
      ...(locator?.trim() ? { locator: locator.trim() } : {}),
      ...(prefix?.trim() ? { prefix: prefix.trim() } : {}),
    });
  }
  return items;
}
