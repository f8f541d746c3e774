/**
 * An operation of a system whose clients work here, and what becomes of it. Each surface lists all of its original's
 * (`surfaces/<surface>/operations.ts`, which imports nothing but types); `docs/compatibility.md` is generated from the lists.
 */
export interface CompatibleOperation {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As OpenAPI writes it: `/api/projects/{id}`. */
  path: string;
  /** Where it is in our OpenAPI document, when that is not its own path. */
  routedAs?: string;
  /** `refused`: answered with the documented error body, for good. */
  status: "served" | "refused" | "later";
  /** Of what is served or refused: the file of the test that proves it, from the repository's root, and the test's title. */
  test?: { file: string; title: string };
  /** What a user of the original should know: a difference, or why it is refused. */
  note?: string;
}
