/** Models of Nezha whose entries `DELETE /api/<model>/<id>` deletes: no other `/api/<word>/<id>` is Nezha's. */
const models = "server|notification|ddns|nat|monitor|cron|alert-rule";

const searches = "search-server|search-tasks|search-ddns";

const administration = new RegExp(
  `^/api/(?:${models}|${searches}|token|setting|logout|force-update|batch-update-server-group|batch-delete-server)$|` +
    `^/api/(?:${models}|token)/[^/]+$|^/api/cron/[^/]+/manual$`,
);

/** Whether a path is Nezha's: of the API with tokens, of its administration, or one of those that reach into servers. */
export function isNezhaPath(path: string): boolean {
  if (/^\/api\/v1\/(?:server|monitor)\//.test(path) || isNezhaAdministration(path)) return true;
  return /^\/(?:terminal|file)(?:\/[^/]+)?$/.test(path);
}

/** Whether a path is one of its administration, which tells errors with HTTP 200. */
export function isNezhaAdministration(path: string): boolean {
  return administration.test(path);
}
