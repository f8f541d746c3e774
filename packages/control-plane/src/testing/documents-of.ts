import type { Command, Origin } from "../decide/command.js";
import { decide } from "../decide/decide.js";
import type { StoredRevision } from "../documents/revision.js";
import { Documents } from "../store/documents.js";

/** Somebody who asks, at a moment. */
export const origin: Origin = {
  actor: { kind: "user", id: "ada", name: "Ada" },
  requestId: "request-1",
  atMs: Date.UTC(2026, 10, 1),
};

/** Documents in memory, changed as the log would be: each change that is decided is applied. */
export class DecidedDocuments {
  readonly documents = new Documents();
  #revision = 0;

  decide(command: Command, from: Partial<Origin> = {}) {
    return decide(command, this.documents, { ...origin, ...from }, () => `id-${this.#revision + 1}`);
  }

  /** @throws when it is refused. */
  apply(command: Command, from: Partial<Origin> = {}): StoredRevision {
    const decided = this.decide(command, from);
    if (!decided.ok) throw new Error(`${decided.code}: ${decided.message}`);
    this.#revision += 1;
    const stored = { ...decided.next, revision: this.#revision };
    this.documents.apply(stored);
    return stored;
  }
}
