import type { Comparison, RowContext } from "../row.js";
import { median } from "../statistics.js";
import { perCpuSecond, type Round, type Scene } from "./scene.js";

export interface ComparedPath {
  path: string;
  hello: Round[];
  ours: Round[];
}

/** Loads a bare Express server and each of some paths in turn, round by round, after one round of each that does not count. */
export async function compareWithHello(
  { quick, tell, signal }: RowContext,
  scene: Scene,
  paths: readonly string[],
): Promise<ComparedPath[]> {
  const compared: ComparedPath[] = paths.map((path) => ({ path, hello: [], ours: [] }));
  await scene.load("hello");
  for (const path of paths) await scene.load({ path });
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    for (const { path, hello, ours } of compared) {
      signal.throwIfAborted();
      hello.push(await scene.load("hello"));
      ours.push(await scene.load({ path }));
      tell(`${path}: ${brief(ours.at(-1))} against ${brief(hello.at(-1))}`);
    }
  }
  return compared;
}

const hello = "a bare Express 5 hello";

/** Requests a CPU-second of the process that answers, against the same of the bare server. */
export function comparisonOfCost({ path, hello: bare, ours }: ComparedPath, atLeast: number): Comparison {
  return {
    what: `GET ${path}, requests a CPU-second of the server`,
    unit: "/s",
    ours: ours.map(perCpuSecond),
    baseline: { name: hello, rounds: bare.map(perCpuSecond) },
    target: { atLeast },
  };
}

/** Requests a second, as the client saw them. On a machine with two cores the client and Redis have their part in it. */
export function comparisonOfRate({ path, hello: bare, ours }: ComparedPath): Comparison {
  const rate = ({ requests, seconds }: Round) => requests / seconds;
  return {
    what: `GET ${path}, requests a second`,
    unit: "/s",
    ours: ours.map(rate),
    baseline: { name: hello, rounds: bare.map(rate) },
    target: { stated: true },
  };
}

export function comparisonOfP99({ path, hello: bare, ours }: ComparedPath): Comparison {
  return {
    what: `GET ${path}, p99`,
    unit: "ms",
    ours: ours.map(({ p99Ms }) => p99Ms),
    baseline: { name: hello, rounds: bare.map(({ p99Ms }) => p99Ms) },
    target: { atMost: 1 },
  };
}

/** What an answer weighs, and what Redis spends on it beside the API. */
export function noteOf({ path, ours }: ComparedPath): string {
  const of = (value: (round: Round) => number) => median(ours.map(value));
  const redis = of(({ requests, redisCpuSeconds }) => (redisCpuSeconds / requests) * 1e6);
  const server = of(({ requests, serverCpuSeconds }) => (serverCpuSeconds / requests) * 1e6);
  const bytes = Math.round(of(({ bytesPerAnswer }) => bytesPerAnswer));
  return `GET ${path}: ${bytes} bytes an answer, ${server.toFixed(0)} µs of the API's processor and ${redis.toFixed(1)} µs of Redis's each`;
}

function brief(round: Round | undefined): string {
  if (round === undefined) return "nothing";
  return `${Math.round(round.requests / round.seconds)}/s, ${Math.round(perCpuSecond(round))} a CPU-second, p99 ${round.p99Ms.toFixed(1)} ms`;
}
