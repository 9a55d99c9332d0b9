/**
 * ISO date of today: the day of SOURCE_DATE_EPOCH where it is set, so that a build can be made again, else of the clock.
 * @param epoch value of SOURCE_DATE_EPOCH, seconds since 1970.
 */
export function todayIso(epoch: string | undefined): string {
  const fixed = epoch !== undefined && /^\d{1,12}$/u.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
  if (fixed !== undefined) return fixed.toISOString().slice(0, 10);
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  // The user's own day: at 1 a.m. in Nairobi it is not yesterday.
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
