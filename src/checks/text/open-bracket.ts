import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import { plainText } from '../../text/plain-text.ts';
import { nodesOf, placeOfNode } from '../passages.ts';
import { say } from '../say.ts';
import { cut } from '../words.ts';

/** Text that is not agreed yet: brackets and alternatives. */
export const openBracket: Check = {
  id: 'text/open-bracket',
  about: 'Text in square brackets, and alternatives, that are not settled yet.',
  why: `Square brackets say that words are not agreed; the last stage can't be frozen while one is open.

Negotiated texts of the United Nations mark what is not agreed with square brackets, and lift them one by one.`,
  severity: 'info',
  needs: ['text', 'stages'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: '---\ntitle: Introduction\n---\n\nEntities [should]{.bracket by="UNICEF"} ask children. ^p-7k2m9qd\n',
    passing: '---\ntitle: Introduction\n---\n\nEntities should ask children. ^p-7k2m9qd\n',
  },
  run: (context) => {
    const severity = lastIsNext(context) ? 'warning' : 'info';
    return (context.text?.sections ?? []).flatMap((section) => inSection(section, severity));
  },
};

/** True where only the last stage is still to be frozen, or none. */
function lastIsNext({ workspace, stages = [] }: CheckContext): boolean {
  const frozen = new Set(stages.map(({ id }) => id));
  return workspace.process.stages.slice(0, -1).every(({ id }) => frozen.has(id));
}

function inSection(section: SectionSource, severity: Severity): Finding[] {
  const brackets = nodesOf(section, 'bracket').map((node) => ({ node, what: bracketWords(node.by, plainText(node)) }));
  const alternatives = nodesOf(section, 'alternatives').map((node) => ({
    node,
    what: `Of these ${node.children.length} alternatives, one has to be chosen.`,
  }));
  return [...brackets, ...alternatives].map(({ node, what }) =>
    say(openBracket, placeOfNode(section, node), {
      message: what,
      hint: 'Settle it in the core group, delete the mark, and record the decision in decisions/.',
      severity,
    }),
  );
}

function bracketWords(by: string | undefined, words: string): string {
  const whose = by === undefined ? '' : ` It was put in brackets by ${by}.`;
  return `“${cut(words)}” is not agreed yet.${whose}`;
}
