/**
 * The process that holds the library, so that neither the commands that it runs nor its memory are the collector's.
 * Started by `library-process.ts`; ends with the collector.
 */
import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import si from "systeminformation";
import { answerLengthMax, type Question, type Request, type Response } from "./questions.js";

const answers: Record<Question, () => unknown> = {
  cpu: readCpu,
  // The library tells one figure made of the three averages; Node.js tells them.
  load: () => ({ averages: loadavg(), uptime: si.time().uptime }),
  memory: () => si.mem(),
  filesystems: () => si.fsSize(),
  network: () => si.networkStats("*"),
  sensors: () => si.cpuTemperature(),
  // What somebody runs is none of ours.
  users: async () => (await si.users()).map(({ command, ...session }) => session),
  gpus: async () => (await si.graphics()).controllers,
  batteries: () => si.battery(),
  physicalDisks: () => si.diskLayout(),
  containers: async () => ({
    // Labels and mounts stay here: they are long, and may hold what is nobody's business.
    // A container that ended meanwhile is a gap in the lists.
    list: (await si.dockerContainers(true))
      .filter(Boolean)
      .map(({ labels, mounts, ports, command, ...container }) => container),
    stats: (await si.dockerContainerStats("*")).filter(Boolean),
  }),
};

/** Asked again within 200 ms the library repeats itself, and times would be counted twice. */
const betweenCpuMs = 250;
let cpuReadAtMs = Number.NEGATIVE_INFINITY;

process.on("message", async ({ id, question }: Request) => {
  process.send?.(await answer(id, question));
});

// The collector is gone, however it ended.
process.on("disconnect", () => process.exit());

async function readCpu() {
  const waitMs = cpuReadAtMs + betweenCpuMs - performance.now();
  if (waitMs > 0) await setTimeout(waitMs);
  const load = await si.currentLoad();
  cpuReadAtMs = performance.now();
  return { load, speed: await si.cpuCurrentSpeed() };
}

async function answer(id: number, question: Question): Promise<Response> {
  try {
    const json = JSON.stringify((await answers[question]()) ?? null);
    if (json.length > answerLengthMax) return { id, ok: false, error: `answer of ${json.length} characters` };
    return { id, ok: true, json };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
