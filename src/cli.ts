import { main } from './commands/program.ts';
import { nodeTerminal } from './io/terminal.ts';
import { optimiseLate } from './io/thrift.ts';

optimiseLate();
const terminal = nodeTerminal();
terminal.exit(await main(terminal));
