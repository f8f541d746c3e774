import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type Planned, planChanges, type Step } from "./plan.js";
import { planText } from "./plan-text.js";
import { type CurrentDocument, type FileKind, toWorkspaceFile, withReferences } from "./workspace-documents.js";

const project: CurrentDocument = {
  kind: "project",
  id: "p1",
  revision: 3,
  fields: { key: "shop", name: "Shop", location: null, notes: null },
};
const tag: CurrentDocument = {
  kind: "tag",
  id: "t1",
  revision: 4,
  fields: { name: "prod", color: "#6b7280", description: null },
};

function device(id: string, name: string, more: object = {}): CurrentDocument {
  const planned = planChanges({ devices: { [name]: { name, ...more } } }, [], { prune: false });
  if (!planned.ok) throw new Error(planned.problems.join());
  return { kind: "device", id, revision: 5, fields: planned.steps[0]?.document ?? {} };
}

const current = [project, tag, device("d1", "Till", { project_id: "p1", tag_ids: ["t1"] })];

/** What is there after a plan was carried out, ids in the order in which they were made. */
function carriedOut(steps: readonly Step[], before: readonly CurrentDocument[]): CurrentDocument[] {
  const made = new Map(steps.filter(({ operation }) => operation === "create").map(({ id }, index) => [id, index]));
  const idOf = (id: string) =>
    made.has(id) ? `made-${String(before.length + (made.get(id) ?? 0)).padStart(3, "0")}` : id;
  const resolved = (kind: FileKind, document: object) =>
    withReferences(kind, { ...document }, (_kind, word) => idOf(word));
  const changed = before.flatMap((one): CurrentDocument[] => {
    const step = steps.find(({ kind, id }) => kind === one.kind && id === one.id);
    if (step?.operation === "delete") return [];
    return [step?.document === undefined ? one : { ...one, fields: resolved(one.kind, step.document) }];
  });
  const created = steps
    .filter(({ operation }) => operation === "create")
    .map(({ kind, id, document = {} }) => ({ kind, id: idOf(id), revision: 1, fields: resolved(kind, document) }));
  return [...changed, ...created];
}

function stepsOf(planned: Planned): Step[] {
  if (!planned.ok) throw new Error(planned.problems.join());
  return planned.steps;
}

describe("a workspace file", () => {
  it("has names for ids, and only what differs from the defaults", () => {
    expect(toWorkspaceFile(current)).toEqual({
      projects: { shop: { key: "shop", name: "Shop" } },
      tags: { prod: { name: "prod" } },
      devices: { Till: { name: "Till", project_id: "shop", tag_ids: ["prod"] } },
    });
  });

  it("calls documents of one name by their ids", () => {
    const file = toWorkspaceFile([device("d1", "Till"), device("d2", "Till")]);
    expect(Object.keys(file.devices ?? {})).toEqual(["d1", "d2"]);
    expect(stepsOf(planChanges(file, [device("d1", "Till"), device("d2", "Till")], { prune: true }))).toEqual([]);
  });

  it("changes nothing where it came from, and makes the same elsewhere", () => {
    const file: unknown = parse(stringify(toWorkspaceFile(current)));
    expect(stepsOf(planChanges(file, current, { prune: true }))).toEqual([]);
    const made = stepsOf(planChanges(file, [], { prune: true }));
    expect(made.map(({ operation, kind, label }) => [operation, kind, label])).toEqual([
      ["create", "project", "shop"],
      ["create", "tag", "prod"],
      ["create", "device", "Till"],
    ]);
    expect(made[2]?.document).toMatchObject({ project_id: made[0]?.id, tag_ids: [made[1]?.id] });
  });
});

describe("a file whose labels are no names", () => {
  it("makes nothing twice, and a new name is one", () => {
    const file = {
      devices: { "till-one": { name: "Till 1" }, "till-two": { name: "Till 2", project_id: "p" } },
      projects: { p: { key: "shop", name: "Shop" } },
    };
    const there = carriedOut(stepsOf(planChanges(file, [], { prune: true })), []);
    expect(there).toHaveLength(3);
    expect(stepsOf(planChanges(file, there, { prune: true }))).toEqual([]);
    const renamed = { ...file, devices: { ...file.devices, "Till 1": { name: "Till 3" } } };
    delete (renamed.devices as Record<string, unknown>)["till-one"];
    const [step, ...more] = stepsOf(planChanges(renamed, there, { prune: true }));
    expect([step?.operation, step?.document?.name, more]).toEqual(["replace", "Till 3", []]);
    const after = carriedOut([step as Step], there);
    expect(stepsOf(planChanges(renamed, after, { prune: true }))).toEqual([]);
  });

  it("leaves nothing to do after it was applied, whatever labels and names are", () => {
    const word = fc.constantFrom("a", "b", "c", "d", "e");
    const entry = fc.record({ name: word, notes: fc.constantFrom("x", "y") });
    const files = fc.dictionary(word, entry, { maxKeys: 5 });
    fc.assert(
      fc.property(files, files, (first, second) => {
        let there: CurrentDocument[] = [];
        for (const devices of [first, second]) {
          const file = { devices };
          there = carriedOut(stepsOf(planChanges(file, there, { prune: true })), there);
          expect(there).toHaveLength(Object.keys(devices).length);
          const names = Object.values(devices).map(({ name }) => name);
          const left = stepsOf(planChanges(file, there, { prune: true }));
          // Those of one name may change places once.
          if (new Set(names).size === names.length) expect(left).toEqual([]);
          expect(left.every(({ operation }) => operation === "replace")).toBe(true);
        }
      }),
    );
  });
});

describe("a plan", () => {
  const file = {
    projects: { shop: { key: "shop", name: "Shop" }, depot: { key: "depot", name: "Depot" } },
    devices: { Till: { name: "Till", project_id: "depot", port: 443 } },
  };

  it("is made for the revisions that were read, and says each field that changes", () => {
    const steps = stepsOf(planChanges(file, current, { prune: true }));
    expect(steps.map(({ operation, id, revision }) => [operation, id, revision])).toEqual([
      ["create", "new-2", undefined],
      ["replace", "d1", 5],
      ["delete", "t1", 4],
    ]);
    expect(planText(steps)).toBe(
      [
        "+ project depot",
        '    key: "depot"',
        '    name: "Depot"',
        "~ device Till",
        "    port: (default) → 443",
        '    project_id: "shop" → "depot"',
        '    tag_ids: ["prod"] → (default)',
        "- tag prod",
        "",
        "1 to create, 1 to change, 1 to delete",
      ].join("\n"),
    );
  });

  it("deletes nothing unless asked", () => {
    expect(stepsOf(planChanges({}, current, { prune: false }))).toEqual([]);
    expect(planText([])).toBe("nothing to do: the workspace is what the file says");
  });

  it.each([
    ["a list", "expected lists of documents by kind"],
    [{ users: {} }, "users: expected one of projects, tags, proxies, devices, maintenances, settings"],
    [{ tags: { a: 1 } }, "tags.a: expected its fields"],
    [{ tags: { a: { name: "a", color: "red" } } }, "tags.a.color: expected a colour such as #3b82f6"],
  ])("of %j is refused by field", (input, problem) => {
    expect(planChanges(input, current, { prune: false })).toEqual({ ok: false, problems: [problem] });
  });
});
