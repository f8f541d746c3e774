import { requireFreePort } from "../ports.js";
import type { ServiceRow } from "./services.js";
import type { LaunchSettings } from "./settings.js";

interface WantedPort {
  variable: string;
  port: number;
  host: string;
}

/**
 * Checks every port that is about to be listened on, before anything starts.
 * @throws with one line for each that cannot be used, by its variable.
 */
export async function requireProductPorts(settings: LaunchSettings, services: readonly ServiceRow[]): Promise<void> {
  const wanted = wantedPorts(settings, services);
  const problems = twice(wanted);
  for (const { variable, port, host } of wanted) {
    await requireFreePort(variable, port, host).catch((error: Error) => problems.push(error.message));
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function wantedPorts(settings: LaunchSettings, services: readonly ServiceRow[]): WantedPort[] {
  const loopback = (variable: keyof LaunchSettings, offset = 0): WantedPort => ({
    variable,
    port: Number(settings[variable]) + offset,
    host: "127.0.0.1",
  });
  return [
    ...(settings.NATS_URL === undefined ? [loopback("EMBEDDED_NATS_PORT")] : []),
    ...(settings.REDIS_URL === undefined ? [loopback("EMBEDDED_REDIS_PORT")] : []),
    ...(settings.CLICKHOUSE_URL === undefined
      ? [loopback("EMBEDDED_CLICKHOUSE_HTTP_PORT"), loopback("EMBEDDED_CLICKHOUSE_TCP_PORT")]
      : []),
    { variable: "SERVER_PORT", port: settings.SERVER_PORT, host: settings.SERVER_HOST },
    { variable: "HTTPS_PORT", port: settings.HTTPS_PORT, host: "0.0.0.0" },
    ...services.map(({ opsPortOffset }) => ({ ...loopback("OPS_PORT_BASE", opsPortOffset), host: settings.OPS_HOST })),
  ];
}

/** Two of ours would listen on the same port. */
function twice(wanted: readonly WantedPort[]): string[] {
  return wanted.flatMap(({ variable, port }, index) => {
    const earlier = wanted.slice(0, index).find((other) => other.port === port);
    return earlier === undefined ? [] : [`${variable}: port ${port} is ${earlier.variable}'s, too`];
  });
}
