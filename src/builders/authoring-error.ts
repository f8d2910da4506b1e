/** A mistake in the code of an action that its types cannot catch. Shown to the author without a stack trace. */
export class AuthoringError extends Error {
  override readonly name = "AuthoringError";

  /**
   * @param message what is wrong
   * @param hint what to do about it
   */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
