/**
 * Something that the user can mend. Its message says what happened and where, its remedy what to do next.
 * The command line prints both and exits with 2; any other error is a bug and is shown with its stack.
 */
export class GateError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GateError";
    this.remedy = remedy;
  }
}
