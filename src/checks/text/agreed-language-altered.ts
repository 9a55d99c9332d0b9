import { type AnyNode, walk } from '../../drafts/tree.ts';
import type { Check } from '../../model/contracts.ts';
import type { Agreed } from '../../model/document.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import type { SectionSource } from '../../model/section.ts';
import type { StageText } from '../../model/workspace.ts';
import { plainText } from '../../text/plain-text.ts';
import { identifiedNodes, placeOfNode } from '../passages.ts';
import { say } from '../say.ts';
import { cut } from '../words.ts';

/** Agreed language keeps its words from stage to stage. */
export const agreedLanguageAltered: Check = {
  id: 'text/agreed-language-altered',
  about: 'Agreed language says in the text what it said in the stages frozen before.',
  why: `Agreed language was negotiated word by word elsewhere; a changed word reopens what was settled, or misquotes its source.

Drafting practice of the United Nations: agreed language is reproduced exactly, and departures are made openly, outside the mark.`,
  severity: 'error',
  needs: ['text', 'stages'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: agreedExample('the best interests of children shall be a main consideration'),
    passing: agreedExample('the best interests of the child shall be a primary consideration'),
    frozen: {
      zero: {
        'drafts/10-introduction.md': agreedExample('the best interests of the child shall be a primary consideration'),
      },
    },
  },
  run: ({ text, stages = [], workspace }) => {
    const decided = new Set(workspace.decisions.flatMap(({ frontMatter }) => frontMatter.passages ?? []));
    return text === undefined ? [] : altered(text, stages, decided);
  },
};

function agreedExample(words: string): string {
  return `---\ntitle: Introduction\n---\n\nIn all actions [${words}]{.agreed source="crc"}. ^p-7k2m9qd\n`;
}

/** Agreed language of one passage. */
interface AgreedText {
  readonly passage: string;
  readonly source: string | undefined;
  readonly words: string;
  readonly stage: string;
}

/** Where a decision of the core group names the passage, the change was made openly: it is pointed out, no more. */
function altered(text: StageText, stages: readonly StageText[], decided: ReadonlySet<string>): Finding[] {
  const now = new Map(identifiedNodes(text).map((one) => [one.id, one]));
  const earlier = latest(stages.flatMap(agreedIn));
  return earlier.flatMap((one) => {
    const found = now.get(one.passage);
    if (found === undefined || comparable(plainText(found.node)).includes(comparable(one.words))) return [];
    const node = agreedNodes(found.node).find(({ source }) => source === one.source) ?? found.node;
    return [finding(found.section, { node, severity: decided.has(one.passage) ? 'warning' : 'error' }, one)];
  });
}

/** The last stage that had the passage decides: what a later stage agreed anew is what counts. */
function latest(all: readonly AgreedText[]): readonly AgreedText[] {
  const last = new Map(all.map(({ passage, stage }) => [passage, stage]));
  return all.filter(({ passage, stage }) => last.get(passage) === stage);
}

function agreedIn(stage: StageText): AgreedText[] {
  return identifiedNodes(stage)
    .filter(({ node }) => node.type !== 'root')
    .flatMap(({ id, node }) =>
      agreedNodes(node).map((agreed) => ({
        passage: id,
        source: agreed.source,
        words: plainText(agreed),
        stage: stage.title,
      })),
    );
}

function agreedNodes(node: AnyNode): Agreed[] {
  const found: Agreed[] = [];
  walk(node, (child) => {
    if (child.type === 'agreed') found.push(child);
    return true;
  });
  return found;
}

/** Quotation marks, dashes and spaces may differ; words may not. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‛]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function finding(section: SectionSource, at: { node: AnyNode; severity: Severity }, earlier: AgreedText): Finding {
  const source = earlier.source === undefined ? '' : ` from "${earlier.source}"`;
  return say(agreedLanguageAltered, placeOfNode(section, at.node), {
    message: `The agreed language${source} in this passage no longer reads as in the stage “${earlier.stage}”: “${cut(earlier.words, 120)}”.`,
    hint: 'Put its words back. If it has to change, record why in a decision whose passages name this one.',
    severity: at.severity,
  });
}
