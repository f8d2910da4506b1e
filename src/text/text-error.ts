import { AuthoringError } from "../builders/authoring-error.js";

/** A text template that cannot be rendered: the person who wrote it must change it. */
export class TextError extends AuthoringError {
  /**
   * @param file the template as its author knows it: `templates/minimum-stock/mail.nl.hbs`, or the customer's own
   * @param line undefined when no line of it is to blame
   */
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    /** What is wrong, without the place. */
    readonly reason: string,
    hint: string,
  ) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${reason}`, hint);
  }
}

/** What is wrong with a template's source, whatever file it stands in. */
export interface TemplateMistake {
  readonly line: number | undefined;
  readonly message: string;
  readonly hint: string;
}
