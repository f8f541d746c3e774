import type { StoredRevision } from "@statwire/control-plane";
import { expect, it } from "vitest";
import type { NumberedNode } from "../../nodes/numbered-nodes.js";
import { serversOf } from "./read-servers.js";
import { type Sight, toServers } from "./servers.js";
import { labelsOf } from "./to-server.js";

const node = (id: number, name: string): NumberedNode => ({ id, node: name, firstSeenAtMs: id });

/** A device with a number, made at its number. */
const device = (number: number, document: object): StoredRevision =>
  ({
    id: `device-${number}`,
    createdAtMs: number,
    document: { name: `d${number}`, ...document },
  }) as Partial<StoredRevision> as StoredRevision;

const numberOf = (id: string) => Number(id.replace("device-", ""));
const all: Sight = { seesDevice: () => true, seesNodesOfOthers: true };

function shown(nodes: NumberedNode[], devices: StoredRevision[], sight: Sight = all): string[] {
  const servers = toServers({ nodes, devices, numberOf }, sight);
  return servers.map((server) => `${server.id} ${labelsOf(server).name} ${server.node?.node ?? "-"}`);
}

it("nodes and devices are servers, by their numbers", () => {
  expect(shown([node(1, "a"), node(3, "b")], [device(2, {})])).toEqual(["1 a a", "2 d2 -", "3 b b"]);
});

it("a node that becomes a device keeps its number", () => {
  expect(shown([node(1, "a")], [device(2, { node: "a" })])).toEqual(["1 d2 a"]);
});

it("a device whose node reports later keeps its number", () => {
  expect(shown([], [device(1, { node: "a" })])).toEqual(["1 d1 -"]);
  expect(shown([node(2, "a")], [device(1, { node: "a" })])).toEqual(["1 d1 a"]);
});

it("several devices of one node are servers each; the oldest has the node's number", () => {
  expect(shown([node(1, "a")], [device(3, { node: "a" }), device(2, { node: "a" })])).toEqual(["1 d2 a", "3 d3 a"]);
});

it("whoever does not see the oldest device sees the others under the same numbers", () => {
  const devices = [device(2, { node: "a" }), device(3, { node: "a" })];
  const sight: Sight = { ...all, seesDevice: ({ id }) => id === "device-3" };
  expect(shown([node(1, "a")], devices, sight)).toEqual(["3 d3 a"]);
});

it("whoever sees no devices sees nodes by their own names", () => {
  const sight: Sight = { seesDevice: () => false, seesNodesOfOthers: true };
  expect(shown([node(1, "a")], [device(2, { node: "a" }), device(3, {})], sight)).toEqual(["1 a a"]);
});

it("a device without a number waits for one, and its node is shown meanwhile", () => {
  const parts = { nodes: [node(1, "a")], devices: [device(2, { node: "a" })], numberOf: () => undefined };
  expect(toServers(parts, all).map(({ id, device: of }) => [id, of])).toEqual([[1, undefined]]);
});

it("guests see nothing that is hidden from them, and nothing while it is not known what is", () => {
  const devices = [device(3, { node: "a", hidden_from_guests: true }), device(4, {})];
  const nodes = [node(1, "a"), node(2, "b")];
  const numbered = { list: async () => nodes, numberOf };
  const of = (controlPlane: unknown) =>
    serversOf({ numbered, controlPlane: () => controlPlane as never }, nodes, { guest: true, workspace: "w" });
  expect(of({ list: () => devices }).map(({ id }) => id)).toEqual([2, 4]);
  expect(of(undefined)).toEqual([]);
});
