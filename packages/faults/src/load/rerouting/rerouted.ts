/** Which port of loopback a service finds in place of another, by the service's folder. */
export type Reroutes = Record<string, Record<string, number>>;

const settings = ["NATS_URL", "CLICKHOUSE_URL", "REDIS_URL"] as const;

/**
 * The settings of a service that lead to other ports than they were made with; none of a process that is no service.
 * @param main the process's script, `…/services/<name>/dist/main.js`
 */
export function rerouted(
  reroutes: Reroutes,
  main: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const [, service = ""] = /\/services\/([^/]+)\/dist\/main\.js$/.exec(main) ?? [];
  const ports = reroutes[service];
  if (ports === undefined) return {};
  const changed: Record<string, string> = {};
  for (const name of settings) {
    const url = env[name];
    if (!url) continue;
    changed[name] = url.replaceAll(/:(\d+)(?=[/,]|$)/g, (text, port: string) =>
      ports[port] === undefined ? text : `:${ports[port]}`,
    );
  }
  return changed;
}
