/** The exit codes of the program. */
export const EXIT = { clean: 0, findings: 1, cannotRun: 2, interrupted: 130 } as const;
