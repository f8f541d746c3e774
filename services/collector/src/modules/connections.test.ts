import { rmSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { countStates, openConnections } from "./connections.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
});
afterEach(() => copy.remove());

async function sample(): Promise<Record<string, number> | undefined> {
  const connections = await openConnections(fixtureContext("x86-server", { folder: copy.folder })).sample(0);
  return (
    connections && Object.fromEntries(connections.items.map((item) => [`${item.transport} ${item.state}`, item.count]))
  );
}

describe("connections", () => {
  it("are counted by transport and state, both IP versions together", async () => {
    expect(await sample()).toEqual({
      "tcp established": 1,
      "tcp syn_sent": 0,
      "tcp syn_received": 1,
      "tcp fin_wait_1": 0,
      "tcp fin_wait_2": 0,
      "tcp time_wait": 1,
      "tcp closed": 0,
      "tcp close_wait": 1,
      "tcp last_ack": 0,
      "tcp listen": 3,
      "tcp closing": 0,
      "udp established": 1,
      "udp unconnected": 1,
    });
  });

  it("are of IPv4 where IPv6 is off, of one transport where the other is missing, and absent without any", async () => {
    rmSync(`${copy.folder}/proc/net/tcp6`);
    expect(await sample()).toMatchObject({ "tcp listen": 2, "tcp close_wait": 0 });
    rmSync(`${copy.folder}/proc/net/udp`);
    expect(Object.keys((await sample()) ?? {}).filter((name) => name.startsWith("udp"))).toEqual([]);
    rmSync(`${copy.folder}/proc/net/tcp`);
    expect(await sample()).toBeUndefined();
  });

  it("are a failure when the file is something else", async () => {
    writeFileSync(`${copy.folder}/proc/net/tcp`, "  sl  local\nrubbish\n");
    await expect(sample()).rejects.toThrow('tcp: cannot read "rubbish"');
    writeFileSync(`${copy.folder}/proc/net/tcp`, "  sl  local\n   0: 00000000:0016 00");
    await expect(sample()).rejects.toThrow("tcp: ends within a line");
  });

  it("are counted right whatever the file's size and wherever a buffer ends", async () => {
    const states = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), {
      minLength: 900,
      maxLength: 1500,
    });
    await fc.assert(
      fc.asyncProperty(states, async (list) => {
        const lines = list.map(([state, wide], at) => line(at, state, wide));
        writeFileSync(`${copy.folder}/proc/net/tcp`, `  sl  heading\n${lines.join("")}`);
        rmSync(`${copy.folder}/proc/net/tcp6`, { force: true });
        const counts = (await sample()) ?? {};
        const total = Object.entries(counts).filter(([name]) => name.startsWith("tcp"));
        expect(total.reduce((sum, [, count]) => sum + count, 0)).toBe(list.length);
        expect(counts["tcp time_wait"]).toBe(list.filter(([state]) => state === 6).length);
        expect(counts["tcp syn_received"]).toBe(list.filter(([state]) => state === 3 || state === 12).length);
      }),
      { numRuns: 20 },
    );
  });

  it("leave an unfinished line for the next piece", () => {
    const counts = new Uint32Array(256);
    const bytes = Buffer.from(`heading\n${line(0, 10, false)}   1: 0000`);
    expect(countStates(bytes, true, counts, "tcp")).toBe(bytes.length - "   1: 0000".length);
    expect(counts[10]).toBe(1);
    expect(countStates(Buffer.from("half a head"), true, counts, "tcp")).toBe(0);
  });
});

function line(number: number, state: number, wide: boolean): string {
  const address = wide ? "0".repeat(32) : "0100007F";
  const code = state.toString(16).toUpperCase().padStart(2, "0");
  return `${String(number).padStart(4)}: ${address}:0016 ${address}:0000 ${code} 00000000:00000000 00:00000000\n`;
}
