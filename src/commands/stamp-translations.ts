import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { Stampable } from './ids.ts';

/**
 * Gives translations of questionnaires the fingerprints of what they were made from, so that a later change shows.
 *
 * @param process The process of the work tree.
 * @returns All translations; those that lack nothing with nothing stamped.
 */
export async function stampTranslations(world: World, process: Process): Promise<readonly Stampable[]> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { questionnaireSets } = await import('../text/questionnaire/merge-translations.ts');
  const { questionnaires } = await loadWorkspace(world, { process, needs: new Set(['questionnaires']) });
  const translated = questionnaireSets(questionnaires, process.language).flatMap(({ source, translations }) =>
    translations.map((translation) => ({ source, translation })),
  );
  if (translated.length === 0) return [];
  const { decodeText } = await import('../workspace/decode.ts');
  const { missingFingerprints, stampTranslation } = await import('../text/questionnaire/stamp-translation.ts');
  const results: Stampable[] = [];
  for (const { source, translation } of translated) {
    const { file } = translation;
    const bytes = await world.read(file);
    const { text, findings } = bytes === undefined ? { findings: [] } : decodeText(bytes, file);
    // What was not UTF-8 would not come back byte for byte.
    if (text === undefined || findings.length > 0) continue;
    const stamped = stampTranslation(text, missingFingerprints({ source }, translation));
    results.push({ file, noun: 'fingerprint', shown: file, source: text, stamped });
  }
  return results;
}
