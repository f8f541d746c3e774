import { Agent, get } from "node:http";

/** How long reads took with each of some credentials (milliseconds), by the names that these have. */
export type ReadTimes = Readonly<Record<string, readonly number[]>>;

/**
 * Reads the same again and again over one connection, with each credential in turn, so that whatever else the machine does falls on
 * all of them. @throws when an answer is not 200
 */
export async function timeReads(
  url: string,
  credentials: Readonly<Record<string, (round: number) => string>>,
  { rounds, warmUpRounds }: { rounds: number; warmUpRounds: number },
): Promise<ReadTimes> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const names = Object.keys(credentials);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    // Nobody is always first.
    const first = Math.abs(round) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const ms = await timeRead(url, credentials[name]?.(Math.abs(round)) ?? "", agent);
      if (round >= 0) times[name]?.push(ms);
    }
  }
  agent.destroy();
  return times;
}

function timeRead(url: string, key: string, agent: Agent): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { "X-API-Key": key } }, (response) => {
      response.resume();
      response.on("end", () => {
        const ms = performance.now() - startedAt;
        if (response.statusCode === 200) resolve(ms);
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    });
    request.on("error", reject);
  });
}

/** The median of one credential's times against that of another's, and the least and most of it in ten parts of the time. */
export function ratioOf(
  times: readonly number[],
  others: readonly number[],
): { ratio: number; least: number; most: number } {
  const parts = Array.from({ length: 10 }, (_, part) => {
    const of = (all: readonly number[]) =>
      median(all.slice(Math.floor((part * all.length) / 10), Math.floor(((part + 1) * all.length) / 10)));
    return of(times) / of(others);
  });
  return { ratio: median(times) / median(others), least: Math.min(...parts), most: Math.max(...parts) };
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
