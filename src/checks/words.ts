/** Shows at most `limit` names in a sentence: `a, b and 3 more`. */
export function someOf(names: readonly string[], limit = 8): string {
  if (names.length > limit) return `${names.slice(0, limit).join(', ')} and ${names.length - limit} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `1 passage`, `3 passages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A text cut at 60 characters, in one line. */
export function cut(text: string, limit = 60): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const letters = [...flat];
  return letters.length <= limit
    ? flat
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** “Did you mean "x"?”, or what there is to choose from. */
export function meant(near: string | undefined, known: readonly string[]): string {
  if (near !== undefined) return `Did you mean "${near}"?`;
  return known.length === 0 ? 'The process declares none.' : `The process declares ${someOf(known)}.`;
}
