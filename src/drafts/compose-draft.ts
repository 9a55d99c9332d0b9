import type { Document, Section } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { labels } from '../model/labels.ts';
import type { StageText } from '../model/workspace.ts';
import { findAcronyms } from './acronyms.ts';
import { nameAgreedSources } from './agreed-sources.ts';
import { resolveCitations } from './citations.ts';
import { type DraftOptions, draftMeta } from './draft-meta.ts';
import { findDuplicateIds } from './duplicate-ids.ts';
import { placeFootnotes, placeMarks } from './footnotes.ts';
import { acronymSection, bibliographySection, glossarySection } from './generated-parts.ts';
import { numberSections } from './numbering.ts';
import { SCHEMES } from './numbering-schemes.ts';
import { resolveReferences } from './references.ts';
import { buildSections } from './sections.ts';

/** A composed draft, and what composing it brought to light. */
export interface ComposedDraft {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/**
 * Composes the files of a stage into one Document: parts in order, everything numbered, every reference resolved.
 *
 * @param text The stage, read; it is not changed.
 * @param options What the command chose.
 */
export function composeDraft(text: StageText, options: DraftOptions): ComposedDraft {
  const { process, resources } = text;
  const words = labels(process.language);
  const style = process.style?.citations ?? 'footnotes';
  const sections = buildSections(text.sections);
  const duplicates = findDuplicateIds(sections);
  numberSections(sections, SCHEMES[process.style?.numbering ?? 'un'], process.language);
  const cited = resolveCitations(sections, { resources, style, language: process.language });
  nameAgreedSources(sections, resources);
  placeMarks(sections, process.language);
  const notes = placeFootnotes(sections);
  const broken = resolveReferences(sections, process.language);
  if (options.generated === false) {
    const root = { type: 'root' as const, children: withGenerated(sections, {}) };
    return {
      document: { root, meta: draftMeta(text, options) },
      findings: [...duplicates, ...cited.findings, ...notes, ...broken],
    };
  }
  const acronyms = findAcronyms(sections, process.acronyms ?? {});
  const parts = withGenerated(sections, {
    acronyms: acronymSection(acronyms.known, words),
    glossary: glossarySection(sections, words),
    bibliography: style === 'bibliography' ? bibliographySection(cited.cited, words) : undefined,
  });
  return {
    document: { root: { type: 'root', children: parts }, meta: draftMeta(text, options) },
    findings: [...duplicates, ...cited.findings, ...notes, ...broken, ...acronyms.findings],
  };
}

interface Generated {
  readonly acronyms?: Section | undefined;
  readonly glossary?: Section | undefined;
  readonly bibliography?: Section | undefined;
}

/** Acronyms stand before the summary and the body; glossary and bibliography after the body, before the annexes. */
function withGenerated(sections: readonly Section[], generated: Generated): Section[] {
  const front = sections.filter(({ part }) => part === 'front');
  const body = sections.filter(({ part }) => part === 'summary' || part === 'body');
  const annexes = sections.filter(({ part }) => part === 'annex');
  return [
    ...front,
    ...(generated.acronyms === undefined ? [] : [generated.acronyms]),
    ...body,
    ...[generated.glossary, generated.bibliography].flatMap((section) => section ?? []),
    ...annexes,
  ];
}
