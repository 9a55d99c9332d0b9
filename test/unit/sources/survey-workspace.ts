import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { Process } from '../../../src/model/process.ts';
import type { Questionnaire } from '../../../src/model/questionnaire.ts';
import { formAnswers } from '../../../src/sources/form-answers.ts';
import type { IngestFile, IngestOptions } from '../../../src/sources/ingest/ingest-types.ts';
import { markdownNote } from '../../../src/sources/markdown-note.ts';
import { planIngest } from '../../../src/sources/plan-ingest.ts';
import { spreadsheet } from '../../../src/sources/spreadsheet.ts';
import { readQuestionnaire } from '../../../src/text/questionnaire/read-questionnaire.ts';
import { loadMappings } from '../../../src/workspace/mappings.ts';
import { loadNotes } from '../../../src/workspace/notes.ts';
import { loadResponses } from '../../../src/workspace/responses.ts';
import { PROCESS } from './sample.ts';

/** The questionnaire that the small Kobo survey was made from. */
export const KOBO_QUESTIONNAIRE = `---
group: civil-society
round: first
title: Child rights consultation
---
## Do you agree to take part? {#assent}
\`type: yes-no\`

## How old are you? {#age_band}
\`type: one-of\`

- \`u12\` Under 12
- \`12_14\` 12–14

## Which areas matter most? {#pillars}
\`type: several-of\`

- \`dev\` Development
- \`hr\` Human rights
- \`peace\` Peace and security
- \`other\` Other

## What are the obstacles? {#barriers}
\`kind: barrier\`

## What should change? {#solutions}
\`kind: recommendation\`

## Examples {#examples}
\`type: group\` \`repeat: yes\`

### Describe one example {#example}

## How many people? {#n_people}
\`type: number\`
`;

/** Given with flags in most tests. */
export const SURVEY_FLAGS: IngestOptions = {
  round: 'first',
  defaults: { group: 'civil-society', distribution: 'public', attribution: 'group', quote: 'verbatim' },
};

/** A questionnaire from its Markdown. */
export function questionnaire(source: string, file = 'questionnaires/civil-society-first.en.md'): Questionnaire {
  const { questionnaire: read, findings } = readQuestionnaire(source, file);
  if (read === undefined) throw new Error(findings.map(({ message }) => message).join(' '));
  return read;
}

/** A workspace in memory into which spreadsheets and forms are ingested, as the command does. */
export class SurveyWorkspace {
  readonly world = memoryWorld({ files: {} });
  readonly questionnaires: readonly Questionnaire[];
  readonly process: Process;

  constructor(questionnaires: readonly Questionnaire[] = [], process: Process = PROCESS) {
    this.questionnaires = questionnaires;
    this.process = process;
  }

  /** Ingests files and applies the plan. */
  async ingest(files: readonly IngestFile[], options: IngestOptions = SURVEY_FLAGS) {
    const listed = (await this.world.list('consultations')).map(({ path }) => path);
    const held = (await this.world.list('.penholder/quarantine')).map(({ path }) => path);
    const { mappings } = await loadMappings(this.world);
    const { responses } = await loadResponses(this.world, await this.notes());
    const result = await planIngest({
      files,
      existing: await this.#files(listed.filter((path) => path.endsWith('.md'))),
      paths: listed.filter((path) => !path.endsWith('.md')),
      held: await this.#files(held),
      responses,
      process: this.process,
      questionnaires: this.questionnaires,
      mappings,
      open: this.world.read,
      sources: [formAnswers, markdownNote, spreadsheet],
      options,
    });
    await this.world.apply(result.plan);
    return result;
  }

  /** All notes, with their inputs. */
  async notes() {
    return (await loadNotes(this.world, this.process)).notes;
  }

  /** Findings on the notes as they stand. */
  async findings() {
    return (await loadNotes(this.world, this.process)).findings;
  }

  /** Text of a file; empty where there is none. */
  async read(path: string): Promise<string> {
    return new TextDecoder().decode((await this.world.read(path)) ?? new Uint8Array());
  }

  /** Paths of all files below a folder. */
  async paths(folder: string): Promise<readonly string[]> {
    return (await this.world.list(folder)).map(({ path }) => path);
  }

  async #files(paths: readonly string[]): Promise<IngestFile[]> {
    const files: IngestFile[] = [];
    for (const name of paths) files.push({ name, bytes: (await this.world.read(name)) ?? new Uint8Array() });
    return files;
  }
}

/** A file of text. */
export function textFile(name: string, text: string): IngestFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
