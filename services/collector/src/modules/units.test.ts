import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { chooseUnits, openUnits } from "./units.js";

let folder: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/statwire-units-`);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const sample = () => openUnits(fixtureContext("container", { folder })).sample(0);

/** Something else than systemd on its socket, which says `text` to everybody. */
async function listen(text: string): Promise<void> {
  mkdirSync(`${folder}/run/systemd`, { recursive: true });
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(text));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(`${folder}/run/systemd/private`, resolve));
}

describe("units", () => {
  it("are absent where systemd does not run", async () => {
    expect(await sample()).toBeUndefined();
  });

  it("are a failure when systemd runs but has no socket, or something else answers", async () => {
    mkdirSync(`${folder}/run/systemd/system`, { recursive: true });
    await expect(sample()).rejects.toThrow("there is no socket to ask it");
    await listen("REJECTED EXTERNAL\r\n");
    await expect(sample()).rejects.toThrow("authentication refused (REJECTED EXTERNAL)");
  });

  it("are a failure when the answer is no D-Bus", async () => {
    mkdirSync(`${folder}/run/systemd/system`, { recursive: true });
    await listen("OK 1234\r\nHTTP/1.1 400 Bad Request\r\n\r\n");
    await expect(sample()).rejects.toThrow("d-bus: not a message");
  });

  it("are shown failed ones first, without those that do not exist and those nobody looks at", () => {
    const unit = (name: string, activeState: string, loadState = "loaded") => ({
      name,
      activeState,
      loadState,
      subState: "",
      description: "",
      path: "/",
    });
    const chosen = chooseUnits([
      unit("a.service", "inactive"),
      unit("b.service", "active"),
      unit("c.timer", "active"),
      unit("d.service", "failed"),
      unit("e.device", "active"),
      unit("f.service", "inactive", "not-found"),
      unit("g.mount", "activating"),
    ]);
    expect(chosen.map(({ name }) => name)).toEqual(["d.service", "g.mount", "b.service", "c.timer", "a.service"]);
  });
});
