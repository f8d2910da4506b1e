/** A file that is to be made in a project. */
export interface NewFile {
  /** From the folder of the project, with slashes. */
  readonly path: string;
  readonly content: string;
}

/** Something that was asked for and that cannot be, in words. */
export interface InitProblem {
  readonly message: string;
  readonly hint: string;
}
