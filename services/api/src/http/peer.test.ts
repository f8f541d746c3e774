import type { Request } from "express";
import { expect, it } from "vitest";
import { peerOf } from "./peer.js";

const peer = (remoteAddress: string | undefined) => peerOf({ socket: { remoteAddress } as Request["socket"] });

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  [undefined, "unknown"],
])("%s counts for itself", (address, counted) => {
  expect(peer(address)).toBe(counted);
});

it("all of a network of IPv6 count together, and no other", () => {
  expect(peer("2001:db8:1:2::1")).toBe(peer("2001:db8:1:2:ffff:ffff:ffff:ffff"));
  expect(peer("2001:db8:1:2::1")).not.toBe(peer("2001:db8:1:3::1"));
});
