/** What the tests of the matrix begin with. */
export const MATRIX_PROCESS = `penholder: 1
title: Example
language: en
stages: [{ id: zero, title: Zero draft }]
rounds: [{ id: first }]
groups: [{ id: civil-society, title: Civil society }]
`;

/** A consultation note, down to its inputs. */
export const MATRIX_NOTE = `---
round: first
date: 2022-09-14
method: written-input
group: civil-society
from: Example Coalition
capacity: institutional
attribution: organisation
quote: verbatim
distribution: public
---
## Comments
`;
