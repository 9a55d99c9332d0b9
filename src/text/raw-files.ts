/** What makes a file one that is refused in git unless it is sealed. */
export type RawKind = 'export' | 'recording' | 'picture' | 'form';

const ENDINGS: Readonly<Record<RawKind, RegExp>> = {
  export: /\.(?:xlsx|xlsm|xls|ods|csv|tsv|sav|dta|numbers)$/iu,
  recording: /\.(?:mp3|wav|m4a|aac|ogg|opus|flac|wma|amr|mp4|mov|avi|mkv|webm|m4v|3gp)$/iu,
  picture: /\.(?:jpe?g|png|heic|heif|tiff?|webp|gif|bmp|raw|dng)$/iu,
  form: /\.(?:pdf|docx?|odt|rtf)$/iu,
};

/** Folders in which files of a kind belong to the text or to the questionnaires, and were said by nobody. */
const OWN: Readonly<Record<RawKind, RegExp>> = {
  export: /^(?:resources|questionnaires|mappings|drafts|build|templates|coverage)\//u,
  recording: /^(?:build|\.penholder)\//u,
  picture: /^(?!consultations\/)/u,
  form: /^(?!consultations\/)/u,
};

/**
 * Whether a file is raw: an export of a survey, a recording, a scan or a picture from a consultation.
 *
 * @param path Workspace-relative path.
 */
export function rawKind(path: string): RawKind | undefined {
  const kinds = Object.keys(ENDINGS) as RawKind[];
  return kinds.find((kind) => ENDINGS[kind].test(path) && !OWN[kind].test(path));
}
