import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type Planned, planChanges, type Step } from "./plan.js";
import { planText } from "./plan-text.js";
import { type CurrentDocument, toWorkspaceFile } from "./workspace-documents.js";

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
