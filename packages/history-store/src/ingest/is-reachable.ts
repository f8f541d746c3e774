import { connect } from "node:net";
import type { History } from "../connect.js";

/**
 * Whether a connection to the server can be opened within `withinMs`. The system answers for a server that is busy or
 * stopped, so false means that it has ended or that nothing gets there.
 */
export function isReachable({ options }: Pick<History, "options">, withinMs: number): Promise<boolean> {
  const { hostname, port, protocol } = new URL(options.url);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (protocol === "https:" ? 443 : 80),
      timeout: withinMs,
    });
    const say = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", say(true));
    socket.once("timeout", say(false));
    socket.once("error", say(false));
  });
}
