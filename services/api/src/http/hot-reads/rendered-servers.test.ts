import type { StoredRevision } from "@statwire/control-plane";
import type { NodeSnapshot } from "@statwire/snapshot-store";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Server } from "../../surfaces/nezha/servers.js";
import { toServerDetails } from "../../surfaces/nezha/to-server.js";
import { oncePerServers } from "./rendered-servers.js";

const toText = (servers: readonly Server[]) => JSON.stringify(servers.map(toServerDetails));

const snapshots = [1_000, 2_000].map(
  (seenAtMs): NodeSnapshot => ({ workspace: "w", node: "a", version: "1", seenAtMs, modules: {}, families: {} }),
);
const devices = ["one", "two"].map(
  (name) => ({ id: "d", createdAtMs: 1, document: { name } }) as Partial<StoredRevision> as StoredRevision,
);
const someNode = fc.record({
  id: fc.constantFrom(1, 2),
  node: fc.constantFrom("a", "b"),
  firstSeenAtMs: fc.constant(1),
  snapshot: fc.constantFrom(undefined, ...snapshots),
  expectedTag: fc.constantFrom(undefined, "web"),
});
const someServer: fc.Arbitrary<Server> = fc
  .tuple(fc.constantFrom(1, 2), fc.option(someNode, { nil: undefined }), fc.constantFrom(undefined, ...devices))
  .map(([id, node, device]) => ({ id, ...(node && { node }), ...(device && { device }) }) as Server);

it("gives what is rendered anew each time, whatever changes", () => {
  const lists = fc.array(fc.array(someServer, { maxLength: 2 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(lists, (asked) => {
      const render = oncePerServers((servers) => Buffer.from(toText(servers)));
      for (const servers of asked) expect(render(servers).toString()).toBe(toText(servers));
    }),
  );
});

it("renders the same servers once", () => {
  let count = 0;
  const render = oncePerServers((servers) => {
    count += 1;
    return Buffer.from(toText(servers));
  });
  const list = (snapshot?: NodeSnapshot): Server[] => [
    { id: 1, node: { id: 1, node: "a", firstSeenAtMs: 1, snapshot } },
  ];
  const first = render(list(snapshots[0]));
  expect(render(list(snapshots[0]))).toBe(first);
  expect(count).toBe(1);
  expect(render(list(snapshots[1]))).not.toEqual(first);
  expect(count).toBe(2);
});
