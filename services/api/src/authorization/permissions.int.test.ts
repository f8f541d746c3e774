import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashPadNode } from "../testing/dashpad-node.js";
import { expectedOutcome, type Place } from "../testing/permissions/expected-outcome.js";
import { createScene, places, type Scene } from "../testing/permissions/scene.js";
import {
  anonymous,
  hasPlaces,
  isNezha,
  outcomeOf,
  send,
  type Target,
  type Walked,
  walked,
} from "../testing/permissions/walk.js";
import type { TestApi } from "../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { createTestIdentity, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;
let api: TestApi;
let history: TestHistory;
let scene: Scene;

beforeAll(async () => {
  history = await createTestHistory();
  test = await createTestIdentity({ api: { history: history.reads, logTailsMax: 1_000 } });
  api = test.api;
  scene = await createScene(api);
  for (const node of Object.values(scene.nodes)) {
    api.collect(node);
    dashPadNode(api, node).serve();
  }
});

afterAll(async () => {
  await test.close();
  await history.close();
});

/** Where it makes no sense there is no test, instead of one that is passed over. */
const itIf = (does: boolean) => (does ? it : () => undefined);

const placesOf = (what: Walked): readonly Place[] => (hasPlaces(what) ? places : ["first"]);

it("something is expected of every operation", () => {
  expect(walked.filter(({ expectation }) => expectation === undefined).map(({ name }) => name)).toEqual([]);
});

describe.each(walked.filter(({ expectation }) => expectation !== undefined))("$name", (what) => {
  const { expectation } = what;
  if (expectation === undefined) return;

  itIf(expectation.is !== "open")(
    "answers everybody as is expected: roles, projects, read-only tokens, two workspaces",
    async () => {
      const asked = scene.callers.flatMap((caller) => placesOf(what).map((place) => ({ caller, place })));
      const answered = await Promise.all(
        asked.map(async ({ caller, place }) => {
          const answer = await send(api, scene, what, { token: caller.token, target: place });
          return `${caller.name}, ${place}: ${outcomeOf(what, answer)}`;
        }),
      );
      expect(answered).toEqual(
        asked.map(({ caller, place }) => `${caller.name}, ${place}: ${expectedOutcome(expectation, caller, place)}`),
      );
    },
  );

  it("answers nobody without a credential, unless it is open", async () => {
    const outcome = outcomeOf(what, await send(api, scene, what, { token: undefined, target: "first" }));
    if (expectation.is === "open") expect(["through", "unknown", "forbidden"]).toContain(outcome);
    else expect(outcome).toBe("unknown");
  });

  itIf(hasPlaces(what))(
    "tells nothing of what is out of reach: the answer is that of something that is not there",
    async () => {
      const limited = scene.callers.filter(({ workspace, isLimited }) => workspace === "default" && isLimited);
      const told = limited.map(async ({ token, name }) => {
        const of = async (target: Target) => send(api, scene, what, { token, target });
        const [beyond, none] = await Promise.all([of("second"), of("nothing")]);
        if (outcomeOf(what, beyond) !== "hidden") return;
        expect(anonymous(beyond, scene, "second"), name).toBe(anonymous(none, scene, "nothing"));
      });
      await Promise.all(told);
    },
  );

  itIf(expectation.is === "documents" && !isNezha(what.operation))(
    "tells nothing of another workspace: not whether there is one",
    async () => {
      const whole = scene.callers.filter(({ workspace, isLimited }) => workspace === "default" && !isLimited);
      const told = whole.map(async ({ token, name }) => {
        const of = async (workspace: string) => send(api, scene, what, { token, target: "first", workspace });
        const [beta, nowhere] = await Promise.all([of("beta"), of("nowhere")]);
        const same = (text: string) => text.replaceAll("nowhere", "beta");
        expect(anonymous(beta, scene, "first"), name).toBe(same(anonymous(nowhere, scene, "first")));
        if (!isElsewhere(what)) expect(["hidden", "forbidden"], name).toContain(outcomeOf(what, beta));
      });
      await Promise.all(told);
    },
  );
});

/** Users are in no workspace, and who is invited says in which in the body. */
function isElsewhere({ path }: Walked): boolean {
  return path.startsWith("/api/v2/users") || path.startsWith("/api/v2/auth/");
}

describe("lists", () => {
  it.each(["GET /api/v2/nodes", "GET /api/v1/server/list", "GET /api/v1/server/details", "GET /api/v2/devices"])(
    "%s has what is in reach alone",
    async (name) => {
      const what = walked.find((one) => one.name === name) as Walked;
      const seen = async (isLimited: boolean) => {
        const of = scene.callers.find((one) => one.name === `default viewer${isLimited ? " of a project" : ""}`);
        const { text } = await send(api, scene, what, { token: of?.token, target: "first" });
        return Object.values(scene.nodes).filter((node) => text.includes(`"${node}"`));
      };
      expect([await seen(false), await seen(true)]).toEqual([["web-1", "web-2"], ["web-1"]]);
    },
  );
});

it("docs/permissions.md says of every operation what is expected of it", () => {
  const page = readFileSync(new URL("../../../../docs/permissions.md", import.meta.url), "utf8");
  const rows = new Map(
    [...page.matchAll(/^\| `([A-Z]+ [^`]+)` *\|(.*)\|$/gm)].map(([, name = "", cells = ""]) => [
      name,
      cells.split("|").map((cell) => cell.trim()),
    ]),
  );
  expect([...rows.keys()].sort()).toEqual(walked.map(({ name }) => name).sort());
  for (const { name, expectation } of walked) {
    if (expectation === undefined || expectation.is === "open" || expectation.is === "person") continue;
    // Those of the walk are another's.
    if (expectation.is === "documents" && expectation.kind === "preference") continue;
    const may = (isReadOnly: boolean, role: "viewer" | "editor" | "admin" | "owner") =>
      expectedOutcome(expectation, { name: "", role, workspace: "default", isReadOnly, isLimited: false }, "first") !==
      "forbidden"
        ? "yes"
        : "–";
    const [, ...cells] = rows.get(name) ?? [];
    const roles = ["viewer", "editor", "admin", "owner"] as const;
    const expected = [...roles.map((role) => may(false, role)), may(true, "owner")];
    expect([name, ...cells.slice(0, 5)]).toEqual([name, ...expected]);
  }
});
