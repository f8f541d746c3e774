/** Thrown to answer with a body that is already in the shape of its surface. */
export class Answer extends Error {
  override readonly name = "Answer";

  constructor(
    readonly status: number,
    readonly body: object | string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`answer ${status}`);
  }
}
