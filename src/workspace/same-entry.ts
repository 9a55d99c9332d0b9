/** A value with the keys of its maps in order, and without what is not set, so that equal values are equal texts. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, settled(member)]);
}

/** Whether two values, such as responses, say the same; the order of their keys makes no difference. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(settled(a)) === JSON.stringify(settled(b));
}
