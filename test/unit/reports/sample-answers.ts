import { EXAMPLE_PROCESS, exampleNote } from '../../../src/checks/example-workspace.ts';
import type { MemoryHistory } from '../../../src/io/memory-git.ts';

type Files = Readonly<Record<string, string>>;

const PROCESS = EXAMPLE_PROCESS.replace(
  '  - { id: civil-society, title: Civil society }',
  '  - { id: civil-society, title: Civil society }\n  - { id: experts, title: Experts }',
)
  .replace('title: Zero draft, after: [first]', 'title: Zero draft, after: []')
  .replace('title: Second draft, after: [second]', 'title: Second draft, after: [first]')
  .replace('title: First round,', 'title: First round, on: zero,')
  .replace('  - { id: second, title: Second round, on: zero }\n', '');

const ZERO = `---
id: participation
title: Participation
lead: UNICEF
---

## Asking

Entities may ask children. ^p-0000001

They answer later on. They say why in plain words. ^p-0000002

Reports are kept in a drawer for many years. ^p-0000003

Nobody asks about money that was never there. ^p-0000004
`;

const SECOND = `---
id: participation
title: Participation
lead: UNICEF
---

## Asking first

Entities should ask children. ^p-0000001

They answer later on. ^p-0000002

They say why in plain words. ^p-0000005

Reports are kept in a drawer for many years. ^p-0000003
`;

const ALPHA = { method: 'written-input', attribution: 'organisation', capacity: 'institutional', quote: 'verbatim' };

/** Words of notes and responses that nobody but their own contributor, or nobody at all, may read. */
export const SECRETS = ['markersecret', 'markerhouse', 'markerquote', 'Beta League'] as const;

/** A process with two stages, and answers of every kind to contributors who must not learn of each other. */
export const ANSWERED: Files = {
  'penholder.yaml': PROCESS,
  'drafts/10-participation.md': SECOND,
  'consultations/first/alpha.md': exampleNote(
    `## What gets in the way?

- Say should, not may. #recommendation #pillar/development ^i1
- Answers come too late. #gap #pillar/development ^i2
- Money is missing. #gap ^i3
- Burn the reports. #recommendation ^i4
- Build schools. #recommendation ^i5
- The same as the others said. #gap ^i6
- The same as somebody said in confidence. #gap ^i7
- The survey was too long. #process ^i8
- Nobody has answered this. #gap ^i9
- markerquote said. #gap {quote="no"} ^i10
- Ask the league. #gap ^i11
`,
    { ...ALPHA, from: 'Alpha Union' },
  ),
  'consultations/first/alpha.responses.yaml': `- { input: i1, decision: accepted, reason: The obligation is one now., passages: [p-0000001], text: { p-0000001: a1a1a1a1a1a1a1a1 } }
- { input: i2, decision: accepted-in-part, reason: A date is still to be named., passages: [p-0000002] }
- { input: i3, decision: deferred, deferred-to: second, reason: It is looked at with the next draft. }
- { input: i4, decision: not-accepted, reason: They are asked for in court., passages: [p-0000003] }
- { input: i5, decision: out-of-scope, reason: Schools are built by states. }
- { input: i6, decision: duplicate, duplicate-of: first/beta#i1, reason: "As Beta League says, markersecret." }
- { input: i7, decision: duplicate, duplicate-of: first/secret#i1, reason: As said in confidence. }
- { input: i8, decision: noted, reason: The next one is shorter. }
- { input: i10, decision: accepted, reason: markerquote is why., passages: [p-0000004], text: { p-0000004: deleted } }
- { input: i11, decision: noted, reason: Beta League was asked as well. }
`,
  'consultations/first/beta.md': exampleNote('## What gets in the way?\n\n- Reasons are missing. #gap ^i1\n', {
    ...ALPHA,
    from: 'Beta League',
  }),
  'consultations/first/beta.responses.yaml':
    '- { input: i1, decision: accepted, reason: Reasons are given in plain words., passages: [p-0000005], text: { p-0000005: a1a1a1a1a1a1a1a1 } }\n',
  'consultations/first/secret.md': exampleNote('## What gets in the way?\n\n- markersecret words. #gap ^i1\n', {
    ...ALPHA,
    from: 'markersecret office',
    distribution: 'custodian',
  }),
  'consultations/first/secret.responses.yaml':
    '- { input: i1, decision: not-accepted, reason: markersecret reason., passages: [p-0000003] }\n',
  'consultations/first/house.md': exampleNote('## What gets in the way?\n\n- markerhouse words. #gap ^i1\n', {
    group: 'experts',
    from: 'markerhouse circle',
    attribution: 'none',
    'chatham-house': 'true',
    distribution: 'core-group',
  }),
  'consultations/first/house.responses.yaml': '- { input: i1, decision: noted, reason: markerhouse reason. }\n',
  'consultations/first/africa-children.md': exampleNote(
    '## What gets in the way?\n\n- Adults ask too late. #gap ^i1\n- They never answer. #gap ^i2\n- It was long. #process ^i3\n',
    {
      group: 'children',
      from: 'Children of a network',
      languages: '[fr]',
      safeguarding:
        '{ risk-assessment: 2022-09-01, focal-point: safeguarding lead, trained-facilitators: true, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, feedback-by: 2022-12-15 }',
      received: '2022-09-20',
      'retain-until': '2030-12-31',
      capacity: 'institutional',
    },
  ),
  'consultations/first/africa-children.responses.yaml': `- { input: i1, decision: accepted, reason: Adult reason one., reason-child: Les adultes vont demander plus tôt et dire pourquoi., passages: [p-0000001], text: { p-0000001: a1a1a1a1a1a1a1a1 } }
- { input: i2, decision: accepted-in-part, reason: Adult reason two., passages: [p-0000002], text: { p-0000002: a1a1a1a1a1a1a1a1 } }
`,
  'decisions/d1.md':
    '---\nid: d1\ntitle: markersecret decision\ndate: 2022-10-01\npassages: [p-0000001]\n---\n\nDecided.\n',
};

/** Its history: the zero draft, then the second. */
export const HISTORY: NonNullable<MemoryHistory['commits']> = [
  { files: { ...ANSWERED, 'drafts/10-participation.md': ZERO }, tags: ['zero-draft'] },
  {
    files: ANSWERED,
    tags: ['second-draft'],
    message: 'Say should in p-0000001',
    author: { name: 'A. Drafter', email: 'drafter@example.org', date: '2023-05-05T12:00:00+00:00' },
  },
];
