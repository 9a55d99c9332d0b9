/** Something that happens on whole days. */
export interface CalendarEvent {
  /** Stays the same whenever the calendar is made anew. */
  readonly uid: string;
  /** ISO date of its first day. */
  readonly from: string;
  /** ISO date of its last day. */
  readonly to: string;
  readonly summary: string;
  /** What it is: `stage`, `round`, `comments`, `feedback`. */
  readonly category: string;
}

/** Dates for a calendar program. */
export interface Calendar {
  readonly name: string;
  /** ISO date and time of what it was made from; the same content has the same one. */
  readonly stamp: string;
  readonly events: readonly CalendarEvent[];
}
