import type { World } from '../io/world.ts';
import type { ConsultationNote, Input } from '../model/consultation-note.ts';
import type { Audience } from '../model/contracts.ts';
import type { Document } from '../model/document.ts';
import type { Response } from '../model/response.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { StageText, Workspace } from '../model/workspace.ts';
import { responsesByInput } from '../trace/answers.ts';
import { type Disclosures, disclosures } from '../trace/disclose-input.ts';
import { passageFingerprints } from '../trace/passage-fingerprints.ts';
import { holdsName, protectedNames } from '../trace/protected-words.ts';
import { messageAudience } from './audience.ts';
import { type CommandInput, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { openProcess } from './open-process.ts';

/** The draft as it stands. */
export interface DraftOnDesk {
  readonly text: StageText;
  readonly document: Document;
  /** Fingerprints of its passages. */
  readonly prints: ReadonlyMap<string, string>;
}

/** What lies before whoever answers inputs. */
export interface Desk {
  readonly world: World;
  readonly context: CommandContext;
  readonly workspace: Workspace;
  readonly answers: ReadonlyMap<string, Response>;
  /** What messages may say of inputs. */
  readonly told: Disclosures;
  readonly audience: Audience;
  /** Whether words name somebody whom those who read messages may not know. */
  readonly tells: (words: string) => boolean;
  /** The draft; read once, when first asked for. */
  readonly draft: () => Promise<DraftOnDesk>;
  /** Fingerprints of the passages of the stage that a round consulted on; undefined where it consulted on none. */
  readonly consulted: (round: string) => Promise<Consulted | undefined>;
  /** Every id that a passage of the draft or of a frozen stage has. */
  readonly knownPassages: () => Promise<ReadonlySet<string>>;
}

/** The stage that a round consulted on. */
export interface Consulted {
  readonly title: string;
  readonly prints: ReadonlyMap<string, string>;
}

/** An input with the note it stands in and what became of it. */
export interface Target {
  readonly note: ConsultationNote;
  readonly input: Input;
  readonly response: Response | undefined;
}

/** Opens the workspace for answering; undefined where the process does not hold and its findings were printed. */
export async function openDesk(input: CommandInput, context: CommandContext): Promise<Desk | undefined> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return undefined;
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const needs = new Set(['responses', 'decisions', 'questionnaires'] as const);
  const workspace = await loadWorkspace(world, { process, needs });
  await world.cache.save();
  const given = input.args.length > 0;
  const audience = messageAudience(context, { to: 'out', given, distribution: text(input, 'distribution') });
  return deskOf(world, context, { workspace, audience });
}

/** The desk with a workspace that was read. */
export function deskOf(
  world: World,
  context: CommandContext,
  { workspace, audience }: { readonly workspace: Workspace; readonly audience: Audience },
): Desk {
  const { process, notes } = workspace;
  const stages = new Map<string, Promise<StageText | undefined>>();
  const stageText = (id: string) => {
    const known = stages.get(id) ?? readFrozen(world, process, id);
    stages.set(id, known);
    return known;
  };
  const told = disclosures({ notes, process, audience });
  let names: ((words: string) => boolean) | undefined;
  const tells = (words: string) => {
    names ??= holdsName(protectedNames({ notes, decisions: workspace.decisions, told }));
    return names(words);
  };
  const draft = once(() => readDraft(world, process));
  const consulted = new Map<string, Promise<Consulted | undefined>>();
  return {
    world,
    context,
    workspace,
    answers: responsesByInput(workspace.responses),
    told,
    audience,
    tells,
    draft,
    consulted: (round) => {
      const on = process.rounds?.find(({ id }) => id === round)?.on;
      if (on === undefined) return Promise.resolve(undefined);
      const known = consulted.get(on) ?? stageText(on).then(consultedOn);
      consulted.set(on, known);
      return known;
    },
    knownPassages: once(async () => {
      const texts = await Promise.all(process.stages.map(({ id }) => stageText(id)));
      const prints = texts.flatMap((one) => (one === undefined ? [] : [passageFingerprints(one.sections)]));
      return new Set([...prints, (await draft()).prints].flatMap((each) => [...each.keys()]));
    }),
  };
}

/** Asks once and remembers the answer. */
function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let answer: Promise<Result> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

function consultedOn(text: StageText | undefined): Consulted | undefined {
  return text === undefined ? undefined : { title: text.title, prints: passageFingerprints(text.sections) };
}

async function readFrozen(world: World, process: Workspace['process'], id: string): Promise<StageText | undefined> {
  const { readStage } = await import('../workspace/read-stage.ts');
  return (await readStage(world, process, id)).text;
}

async function readDraft(world: World, process: Workspace['process']): Promise<DraftOnDesk> {
  const { composeStage } = await import('./stages.ts');
  const { text: stage, document } = await composeStage(world, process, WORKING);
  return { text: stage, document, prints: passageFingerprints(stage.sections) };
}

/** An input as messages may call it. */
export function calledAs({ told }: Pick<Desk, 'told'>, { note, input }: Pick<Target, 'note' | 'input'>): string {
  return told.refOf(note, input.ref, told.ofInput(note, input));
}
