import { createServer } from "node:net";
import { expect, it } from "vitest";
import { anyFreePort, claimPort } from "./ports.js";

it("gives nobody a port that somebody else was just given", async () => {
  const given = await Promise.all(Array.from({ length: 50 }, anyFreePort));
  expect(new Set(given).size).toBe(50);
  expect(await claimPort(given[0] ?? 0)).toBe(false);
});

it("gives nobody a port that is listened on", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  expect(await claimPort(port)).toBe(false);
  server.close();
});
