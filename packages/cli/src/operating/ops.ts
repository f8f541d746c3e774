/** Where the services answer `/readyz` and `/metrics`: their offsets from OPS_PORT_BASE, as in their own table of ports. */
export const opsOffsets = { collector: 0, ingester: 3, "cache-projector": 4, api: 7 } as const;

export type ServiceName = keyof typeof opsOffsets;

const answerWithinMs = 3_000;

/** What an ops port answers to a GET, undefined when nobody does. */
export async function askOps(
  { host, portBase }: { host: string; portBase: number },
  service: ServiceName,
  path: string,
): Promise<{ status: number; text: string } | undefined> {
  try {
    const url = `http://${host}:${portBase + opsOffsets[service]}${path}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  }
}

/** The sum of a metric's values in Prometheus text, over all its labels; undefined when it is not there. */
export function metricSum(text: string, name: string): number | undefined {
  let sum: number | undefined;
  for (const line of text.split("\n")) {
    const match = /^([A-Za-z_:][\w:]*)(?:\{.*\})? (\S+)/.exec(line);
    if (match?.[1] === name) sum = (sum ?? 0) + Number(match[2]);
  }
  return sum;
}
