import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { markUp } from '../../../src/changes/mark-up/mark-up.ts';
import type { Change } from '../../../src/model/change-log.ts';
import { compare, marked, read } from './documents.ts';

const CASES = fileURLToPath(new URL('../../cases/changes/', import.meta.url));

function line(change: Change): string {
  const places = [change.from, change.to].map((refs) => refs.map((ref) => ref.startLine).join('+') || '–').join(' → ');
  const flags = change.flags.length === 0 ? '' : ` [${change.flags.join(', ')}]`;
  const sentences = (change.sentences ?? []).map(({ text }) => `\n  sentence: ${text}`).join('');
  return `${change.id} ${change.kind}, line ${places}${flags}, ${change.severity}: ${change.verdict}\n  ${marked(change)}${sentences}`;
}

/** A tree with one block a line, indented by depth. */
function outline(node: Nodes, depth = 0): string {
  const change = node.data?.change;
  const head = `${'  '.repeat(depth)}${node.type}${change ? ` (${change.kind}, ${change.change})` : ''}`;
  const leaf = ['paragraph', 'heading', 'tableCell', 'code'].includes(node.type);
  if (leaf || !('children' in node)) return `${head}: ${inline(node)}\n`;
  return `${head}\n${node.children.map((child) => outline(child, depth + 1)).join('')}`;
}

function inline(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  const inner = 'children' in node ? node.children.map((child) => inline(child)).join('') : '';
  const signs: Partial<Record<Nodes['type'], [string, string]>> = { insertion: ['{+', '+}'], deletion: ['[-', '-]'] };
  const [open, close] = signs[node.type] ?? ['', ''];
  return open + inner + close;
}

test.each(readdirSync(CASES))('%s', async (name) => {
  const [from, to] = ['from', 'to'].map((stage) => readFileSync(`${CASES}${name}/${stage}.md`, 'utf8'));
  const log = compare(from ?? '', to ?? '');
  const counts = Object.entries(log.counts).map(([kind, count]) => `${kind} ${count}`);
  const changes = log.changes.filter(({ kind }) => kind !== 'unchanged').map(line);
  await expect(`${counts.join(', ')}\n\n${changes.join('\n')}\n`).toMatchFileSnapshot(`${CASES}${name}/changes.txt`);
  await expect(outline(markUp(read(from ?? ''), read(to ?? ''), log).root)).toMatchFileSnapshot(
    `${CASES}${name}/marked-up.txt`,
  );
});
