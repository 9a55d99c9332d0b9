/** Word files as reviewers send them back: tracked changes and comments put into what we wrote ourselves. */
import { loadSource } from '../evaluation/load.js';
import { wordSource } from './words.js';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** A run of nothing but words. */
const RUN = /<w:r><w:t xml:space="preserve">([^<]{60,})<\/w:t><\/w:r>/gu;
const DATE = '2024-03-01T12:00:00Z';

/**
 * Makes reviewed copies of a Word file.
 *
 * @param {Uint8Array} bytes A Word file as written by the program, without tracked changes and comments.
 * @returns {Promise<(wanted: { seed: number, revisions: number, comments: number }) => Uint8Array>} The same seed gives the same copy.
 */
export async function copyist(bytes) {
  const [{ readZip }, { patchZip }] = await Promise.all(
    ['zip-read', 'zip-patch'].map((name) => loadSource(`src/files/${name}.ts`)),
  );
  const reading = readZip(bytes);
  if (reading.archive === undefined) throw new Error(`The Word file can't be read: ${JSON.stringify(reading.problem)}`);
  const text = (name) => new TextDecoder().decode(reading.archive.read(name));
  const parts = {
    document: text('word/document.xml'),
    types: text('[Content_Types].xml'),
    relations: text('word/_rels/document.xml.rels'),
  };
  return (wanted) => {
    const patched = patchZip(bytes, reviewedParts(parts, wanted));
    if (patched.bytes === undefined) throw new Error(`The copy can't be made: ${JSON.stringify(patched.problem)}`);
    return patched.bytes;
  };
}

function reviewedParts({ document, types, relations }, wanted) {
  const reviewer = {
    words: wordSource(90_000 + wanted.seed),
    author: `Reviewer ${wanted.seed}`,
    next: 100_000,
    comments: [],
  };
  const edited = editedDocument(document, wanted, reviewer);
  const encode = (name, xml) => ({ name, bytes: new TextEncoder().encode(xml) });
  return [
    encode('word/document.xml', edited),
    encode('word/comments.xml', `<w:comments ${NAMESPACE}>${reviewer.comments.join('')}</w:comments>`),
    encode(
      '[Content_Types].xml',
      types.replace('</Types>', `<Override PartName="/word/comments.xml" ContentType="${COMMENTS_TYPE}"/></Types>`),
    ),
    encode(
      'word/_rels/document.xml.rels',
      relations.replace(
        '</Relationships>',
        `<Relationship Id="reviewed" Type="${COMMENTS_RELATION}" Target="comments.xml"/></Relationships>`,
      ),
    ),
  ];
}

/** Edits spread over the whole text, behind its contents; several in one run where there are more edits than runs. */
function editedDocument(document, { revisions, comments }, reviewer) {
  const begin = Math.max(document.indexOf('</w:sdt>'), 0);
  const body = document.slice(begin);
  const runs = [...body.matchAll(RUN)];
  const revised = spread(runs.length, revisions, reviewer.words);
  const commented = spread(runs.length, comments, reviewer.words);
  let out = document.slice(0, begin);
  let from = 0;
  for (const [index, run] of runs.entries()) {
    const edits = { revisions: revised[index] ?? 0, comments: commented[index] ?? 0 };
    out += body.slice(from, run.index) + editedRun(run[1] ?? '', edits, reviewer);
    from = run.index + run[0].length;
  }
  return out + body.slice(from);
}

function spread(places, count, words) {
  const counts = Array.from({ length: places }, () => 0);
  for (let made = 0; made < count; made += 1) counts[Math.floor(words.next() * places)] += 1;
  return counts;
}

function editedRun(text, { revisions, comments }, reviewer) {
  const tokens = text.split(/(?<= )/u);
  const size = Math.max(Math.floor(tokens.length / (revisions + 1)), 1);
  let out = '';
  for (let made = 0; made < revisions; made += 1) {
    const [kept, word = ''] = [tokens.splice(0, size).join(''), tokens.shift()];
    out += plainRun(kept) + (made % 2 === 0 ? inserted(reviewer) + plainRun(word) : deleted(word, reviewer));
  }
  out += plainRun(tokens.join(''));
  for (let made = 0; made < comments; made += 1) out = commentOn(out, reviewer);
  return out;
}

function plainRun(text) {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function attributes(reviewer) {
  reviewer.next += 1;
  return `w:id="${reviewer.next}" w:author="${reviewer.author}" w:date="${DATE}"`;
}

function inserted(reviewer) {
  return `<w:ins ${attributes(reviewer)}>${plainRun(`${reviewer.words.phrase()} `)}</w:ins>`;
}

function deleted(word, reviewer) {
  if (word === '') return inserted(reviewer);
  return `<w:del ${attributes(reviewer)}><w:r><w:delText xml:space="preserve">${word}</w:delText></w:r></w:del>`;
}

function commentOn(runs, reviewer) {
  const id = reviewer.comments.length;
  const said = `<w:p><w:r><w:t xml:space="preserve">${reviewer.words.sentence()}</w:t></w:r></w:p>`;
  reviewer.comments.push(`<w:comment w:id="${id}" w:author="${reviewer.author}" w:date="${DATE}">${said}</w:comment>`);
  const mark = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
  return `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/>${mark}`;
}
