import { main } from './commands/program.ts';
import { nodeTerminal } from './io/terminal.ts';

const terminal = nodeTerminal();
terminal.exit(await main(terminal));
