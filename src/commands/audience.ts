import type { Audience } from '../model/contracts.ts';
import { DISTRIBUTIONS } from '../model/vocabulary.ts';
import type { CommandContext } from './context.ts';

/** What decides who reads the messages of a command. */
export interface MessageChoices {
  readonly to: 'out' | 'error';
  /** Reporter. */
  readonly format?: string | undefined;
  /** Value of `--distribution`, where it was given. */
  readonly distribution?: string | undefined;
  /** True where whoever called named the files themselves, so that naming them again tells nothing new. */
  readonly given?: boolean;
}

/** Reporters whose output is shown on the pages of a hosting service. */
const HOSTED: ReadonlySet<string> = new Set(['github', 'sarif']);

/**
 * Who will read messages and findings.
 *
 * What a flag says holds. Else the public: logs of continuous integration, annotations on a hosting service and files
 * that output is sent to go round. Who sits at a terminal has the workspace in front of them and sees all.
 *
 * @param context For the environment, and for what is a terminal.
 */
export function messageAudience({ terminal }: Pick<CommandContext, 'terminal'>, choices: MessageChoices): Audience {
  const { to, format, distribution, given } = choices;
  const asked = DISTRIBUTIONS.find((one) => one === distribution);
  if (asked !== undefined) return { distribution: asked };
  if (isContinuousIntegration(terminal.environment) || HOSTED.has(format ?? '')) return { distribution: 'public' };
  const onScreen = to === 'out' ? terminal.outIsTerminal : terminal.errorIsTerminal;
  return { distribution: onScreen || given === true ? 'custodian' : 'public' };
}

/** Set by GitHub, GitLab, CircleCI, Travis and others; by Azure Pipelines, TeamCity and Jenkins under names of their own. */
const CI_VARIABLES = ['CI', 'CONTINUOUS_INTEGRATION', 'GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION', 'JENKINS_URL'];

function isContinuousIntegration(environment: Readonly<Record<string, string | undefined>>): boolean {
  return CI_VARIABLES.some((name) => !['', '0', 'false'].includes((environment[name] ?? '').toLowerCase()));
}
