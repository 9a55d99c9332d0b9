import { z } from 'zod';
import { dateSchema } from './dates.ts';
import type { Finding } from './finding.ts';
import { nameSchema } from './process.ts';
import { ATTRIBUTIONS, CAPACITIES, DISTRIBUTIONS, type InputKind, METHODS, QUOTES } from './vocabulary.ts';

const count = z.union([z.int().nonnegative(), z.literal('<5')]);

/** Who took part, in numbers only. */
export const participantsSchema = z.strictObject({
  total: count.optional(),
  'age-bands': z.record(z.string(), count).optional(),
  gender: z.record(z.string(), count).optional(),
  countries: z.int().nonnegative().optional(),
});

/** What is recorded of a session's safeguarding: that it was done, never the forms. */
export const safeguardingSchema = z.strictObject({
  'risk-assessment': dateSchema.optional(),
  'focal-point': z.string().optional().describe('By role, never by name.'),
  assent: z.enum(['obtained', 'not-sought']).optional(),
  'guardian-consent': z.enum(['obtained', 'not-sought']).optional(),
  reason: z.string().optional().describe('Why assent or consent was not sought, and the role that authorised it.'),
  'authorised-by': z.string().optional().describe('The role that decided to go without it, never a name.'),
  'child-led': z.boolean().optional().describe('Children organised it and wrote the note themselves.'),
  'trained-facilitators': z.boolean().optional(),
  'referral-contact': z.string().optional().describe('Where it is held, never the contact itself.'),
  'feedback-by': dateSchema.optional(),
  'feedback-given': dateSchema.optional(),
});

/** The widest that contributors agreed to, as recorded; the forms stay outside git. */
export const consentSchema = z.strictObject({
  quote: z.enum(QUOTES).optional(),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  distribution: z.enum(DISTRIBUTIONS).optional(),
});

/** A drawing, a photo or a recording that belongs to a note; unpublished unless it says otherwise. */
export const mediumSchema = z.strictObject({
  file: z.string().optional().describe('Path beside the note; absent where the medium is held outside git.'),
  kind: z.enum(['drawing', 'photo', 'audio', 'video', 'other']),
  description: z.string().min(1).describe('What it shows, without naming anybody.'),
  consent: z.enum(DISTRIBUTIONS).describe('The widest readership its makers and whoever is in it agreed to.'),
  'retain-until': dateSchema,
  published: z.boolean().optional().describe('false if absent.'),
});

/** Where an ingested note came from, so that ingesting it again changes nothing. */
export const originSchema = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** Front matter of a consultation note. What is absent is taken at its most restrictive. */
export const noteFrontMatterSchema = z.strictObject({
  id: nameSchema.optional().describe('Keeps its identity under a new file name.'),
  title: z.string().optional(),
  round: nameSchema,
  date: dateSchema,
  received: dateSchema.optional(),
  acknowledged: dateSchema.optional().describe('When the contributor was told that it had come in.'),
  method: z.enum(METHODS),
  group: nameSchema,
  from: z.string().optional().describe('Who speaks: an organisation, a coalition, a meeting.'),
  signatories: z.array(z.string()).optional(),
  consolidates: z
    .array(z.string())
    .optional()
    .describe('Ids of the notes this consolidated reply outranks, such as those of the same entity’s staff.'),
  respondents: z
    .array(z.string())
    .optional()
    .describe('Ids made from the filled forms this note counts, so that none counts twice.'),
  capacity: z.enum(CAPACITIES).optional(),
  'facilitated-by': z.array(z.string()).optional(),
  region: nameSchema.optional(),
  level: nameSchema.optional(),
  languages: z.array(z.string()).optional(),
  participants: participantsSchema.optional(),
  'left-behind': z.array(z.string()).optional().describe('Groups most often left behind that took part; no numbers.'),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  quote: z.enum(QUOTES).optional(),
  distribution: z.enum(DISTRIBUTIONS).optional(),
  'chatham-house': z.boolean().optional(),
  questionnaire: nameSchema.optional(),
  safeguarding: safeguardingSchema.optional(),
  consent: consentSchema.optional(),
  media: z.array(mediumSchema).optional(),
  withdrawn: dateSchema.optional().describe('When its contributor withdrew it; written by the program.'),
  sealed: z
    .strictObject({ file: z.string(), key: z.string(), sum: z.string() })
    .optional()
    .describe('Where its words are held under seal; written by the program.'),
  'retain-until': dateSchema.optional(),
  notice: z.string().optional(),
  source: originSchema.optional(),
  /** Front matter that another system put there, kept as it was. */
  foreign: z.record(z.string(), z.unknown()).optional(),
});

/** Front matter of a consultation note. */
export type NoteFrontMatter = z.infer<typeof noteFrontMatterSchema>;

/** Who may see an input, how its contributor may be named and whether its words may be quoted. */
export interface Visibility {
  readonly distribution: 'public' | 'core-group' | 'custodian';
  readonly attribution: 'named' | 'organisation' | 'group' | 'none';
  readonly quote: 'verbatim' | 'paraphrase' | 'no';
  readonly chathamHouse: boolean;
}

/** Wording that a contributor proposes for a passage. */
export interface Proposal {
  /** The words as they stand; empty where a paragraph is new. */
  readonly from: string;
  /** The words proposed; empty where a paragraph is to go. */
  readonly to: string;
}

/** One thing said in a consultation note: the unit that is answered. */
export interface Input {
  /** Id inside its note (`i3`); absent while not stamped. */
  readonly id?: string;
  /** As cited outside: `<round>/<note>#i3`; without an id `<round>/<note>#?<line>`. */
  readonly ref: string;
  readonly kinds: readonly InputKind[];
  /** Codes put on it, `pillar/development`. */
  readonly codes: readonly string[];
  /** Plain words, tags and id left out, nested items included. */
  readonly text: string;
  /** Id of the question its heading names, or of the section of the draft. */
  readonly question?: string;
  /** Text of the heading it stands under. */
  readonly heading?: string;
  readonly language?: string;
  /** Where its words are a translation, who made it; the original stands below them. */
  readonly translation?: 'human' | 'machine';
  /** Passages of the draft that it says it is about. */
  readonly passages?: readonly string[];
  /** Passages it may be about, where nobody can tell surely, the likeliest first. */
  readonly guesses?: readonly string[];
  /** Wording it proposes: what is to go, and what is to stand in its place; either can be empty. */
  readonly proposal?: Proposal;
  /** One respondent of a survey, by an id made from the row. */
  readonly respondent?: string;
  /** Whether it came in after its round had ended. */
  readonly late?: boolean;
  /** Id of the consolidated reply that outranks it. */
  readonly outrankedBy?: string;
  /** File it stands in, where that is not the note itself; `line` then counts there. */
  readonly file?: string;
  readonly visibility: Visibility;
  /** When its contributor withdrew it: what is left is its id. */
  readonly withdrawn?: string;
  readonly line: number;
  readonly endLine: number;
}

/** The record of one meeting, interview, survey or written submission. */
export interface ConsultationNote {
  /** `<round>/<note>`. */
  readonly id: string;
  /** Workspace-relative path. */
  readonly file: string;
  readonly frontMatter: NoteFrontMatter;
  readonly inputs: readonly Input[];
}

/** A place of a note that a person has to look at; what stands there stays in the file. */
export interface ReviewPlace {
  readonly kind: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Hash of the words; it is kept in the cache of this machine and nowhere else. */
  readonly words: string;
}

/** A consultation note as read: where its front matter does not hold, there is no note, only findings. */
export interface NoteReading {
  readonly file: string;
  readonly note?: ConsultationNote;
  readonly findings: readonly Finding[];
  /** Places that wait for review. */
  readonly review?: readonly ReviewPlace[];
}
