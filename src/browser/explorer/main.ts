/** The explorer in a reader's browser: it begins where the page is read to its end. */
import type { ExplorerEmbed } from '../../model/explorer-words.ts';
import { startExplorer } from './explorer.ts';

performance.mark('doc-x-start');
const carried = document.getElementById('doc-x-data')?.textContent;
if (carried !== undefined && carried !== null) startExplorer(JSON.parse(carried) as ExplorerEmbed);
performance.mark('doc-x-ready');
