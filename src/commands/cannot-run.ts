/** What was asked cannot be done as asked, or not on this machine; the program ends with code 2 and prints the message. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
  readonly hint: string | undefined;

  /**
   * @param message What is wrong and why, in full sentences.
   * @param hint What to do.
   */
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
