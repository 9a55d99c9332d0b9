import type { PhrasingContent, Text } from 'mdast';
import { trimEnd } from '../trim.ts';

/** Two texts that stand side by side as one. */
export function joinTexts(first: Text, second: Text): Text {
  const value = first.value + second.value;
  const position = first.position ?? second.position;
  if (!first.position || !second.position) return { ...first, value, ...(position ? { position } : {}) };
  return { ...first, value, position: { start: first.position.start, end: second.position.end } };
}

/**
 * White space that stood around tags goes: at the ends of the line and after a break. Texts that tags set apart become one.
 */
export function tidyLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = result.at(-1);
    if (node.type !== 'text') result.push(node);
    else if (before?.type === 'text') result.splice(-1, 1, joinTexts(before, node));
    else {
      const value = !before || before.type === 'break' ? node.value.replace(/^[ \t\r\n]+/u, '') : node.value;
      if (value !== '') result.push({ ...node, value });
    }
  }
  const last = result.at(-1);
  if (last?.type !== 'text') return result;
  const value = trimEnd(last.value);
  return value === '' ? result.slice(0, -1) : [...result.slice(0, -1), { ...last, value }];
}
