import { kindOf } from "@statwire/control-plane";
import { type ApiChoice, ApiClient } from "../api/client.js";
import type { Outside } from "../command.js";
import type { Step } from "./plan.js";
import { type CurrentDocument, type FileKind, fileKinds, withReferences } from "./workspace-documents.js";

/** The API of an installation, as who holds its key. */
export class ConfigurationApi {
  readonly #client: ApiClient;

  /** @throws CommandError when there is no key; UsageError; SettingsError. */
  constructor(choice: ApiChoice, outside: Outside) {
    this.#client = ApiClient.withKey(choice, outside);
  }

  /** Every document of the kinds that a file holds. @throws CommandError. */
  async read(): Promise<CurrentDocument[]> {
    const found: CurrentDocument[] = [];
    for (const kind of fileKinds) {
      const served = await this.#client.list<Served>(`/api/v2/${kindOf(kind).plural}`);
      found.push(...served.map((item) => toCurrent(kind, item)));
    }
    return found;
  }

  /** Makes the changes in their order. @throws CommandError at the first that is refused; those before it are made. */
  async apply(steps: readonly Step[], onDone: (step: Step) => void): Promise<void> {
    const created = new Map<string, string>();
    for (const step of steps) {
      const { operation, kind, id, revision, document = {} } = step;
      const path = `/api/v2/${kindOf(kind).plural}`;
      const body = withReferences(kind, document, (_kind, word) => created.get(word) ?? word);
      const current = { "If-Match": `"${revision}"` };
      if (operation === "create") created.set(id, (await this.#client.ask<Served>("POST", path, body)).id);
      else if (operation === "replace") await this.#client.ask("PUT", `${path}/${id}`, body, current);
      else await this.#client.ask("DELETE", `${path}/${id}`, undefined, current);
      onDone(step);
    }
  }
}

type Served = Record<string, unknown> & { id: string; revision: number };

function toCurrent(kind: FileKind, served: Served): CurrentDocument {
  const names = Object.keys(kindOf(kind).fields.shape);
  const fields = Object.fromEntries(names.map((name) => [name, served[name]]));
  return { kind, id: served.id, revision: served.revision, fields };
}
