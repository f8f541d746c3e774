import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Load } from "./load.js";
import type { Tally } from "./tally.js";

/** A client in a process of its own, so that what it does takes no time of whoever measures. */
export interface Client {
  run(load: Load): Promise<Tally>;
  end(): Promise<void>;
}

export function startClient(): Client {
  const child = fork(fileURLToPath(new URL("./client-process.js", import.meta.url)));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const onExit = () => reject(new Error("the client has ended"));
        child.once("exit", onExit);
        child.once("message", (told: { tally: Tally } | { failure: string }) => {
          child.off("exit", onExit);
          if ("tally" in told) resolve(told.tally);
          else reject(new Error(told.failure));
        });
        child.send(load);
      }),
    end: async () => {
      child.disconnect();
      await exited;
    },
  };
}
