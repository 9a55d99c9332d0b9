import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processFile } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow } from './table.js';
import { wordSource } from './words.js';
import { coldCache, inTemporaryFolder, penholder, repository } from './workspaces.js';

const QUESTIONS = 80;
const RUNS = 5;
/**
 * How much longer than a draft of the same words each may take. A questionnaire to fill in has more pages than that
 * draft, for the room to write in, and its fields are put there when the pages are set.
 */
const LIMITS = { guide: 1.5, questionnaire: 2 };

/** An interview guide, and a questionnaire to fill in, to PDF against a draft of the very same words; whole processes. */
export function guide() {
  return inTemporaryFolder((folder) => {
    const files = new Map([
      ['penholder.yaml', processFile()],
      ['questionnaires/children-first.en.md', questionnaire()],
    ]);
    const rows = Object.keys(LIMITS).map((shape) => row(folder, shape, files));
    return { rows: rows.map((each) => each.row), memory: Object.assign({}, ...rows.map((each) => each.memory)) };
  });
}

function row(folder, shape, files) {
  const asked = repository(join(folder, shape), files);
  const guideArgs = ['guide', 'children-first', '--as', shape];
  const run = ({ command, args, cwd }) => execFileSync(command, args, { cwd, stdio: 'pipe' });
  run(penholder(asked, [...guideArgs, '--to', 'md']));
  const words = readFileSync(join(asked, 'build', `children-first-${shape}.en.md`), 'utf8');
  const drafted = draftOf(join(folder, `${shape}-draft`), words);
  const [program, draft] = [penholder(asked, [...guideArgs, '--to', 'pdf']), penholder(drafted, DRAFT)];
  const cold = (workspace, what) => () => {
    coldCache(workspace);
    return timed(what);
  };
  const memory = { [`${shape} to PDF`]: peakMemory(program) };
  const times = interleaved(RUNS, { measured: cold(asked, program), draft: cold(drafted, draft) });
  const values = {
    measured: times.measured.cpu,
    reference: times.draft.cpu,
    unit: 's CPU',
    against: 'a draft of the same words',
    limit: LIMITS[shape],
  };
  return { row: ratioRow(`${shape} of ${QUESTIONS} questions to PDF`, values), memory };
}

const DRAFT = ['compile', 'working', '--to', 'pdf'];

/** The words of a guide as the text of a draft: without its title and without lines to write on. */
function draftOf(folder, words) {
  mkdirSync(folder, { recursive: true });
  const body = words
    .replace(/^# .*\n/u, '')
    .replaceAll(/^…+$\n?/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n');
  const text = `---\nid: text\ntitle: Text\n---\n${body}`;
  return repository(
    folder,
    new Map([
      ['penholder.yaml', processFile()],
      ['drafts/10-text.md', text],
    ]),
  );
}

function questionnaire() {
  const { title, sentences } = wordSource(7);
  const questions = Array.from({ length: QUESTIONS }, (_, index) => {
    const type = ['open', 'one-of', 'scale', 'open'][index % 4];
    return [
      `## ${title()} {#q${index + 1}}`,
      `\`type: ${type}\` \`minutes: 5\` \`kind: gap\`${type === 'scale' ? ' `min: 1` `max: 5`' : ''}`,
      sentences(3),
      ...(type === 'one-of' ? ['- `a` First\n- `b` Second\n- `c` Third'] : []),
      `> [!probe]\n> - ${title()}\n> - ${title()}`,
      `> [!facilitator]\n> ${sentences(1)}`,
    ].join('\n\n');
  });
  const head = '---\ngroup: children\nround: first\nlanguage: en\ntitle: Measured\nduration: 6 hours\n---\n';
  return `${head}${questions.join('\n\n')}\n`;
}
