import type { Logger } from "@statwire/runtime";
import { createTransport } from "nodemailer";

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Sends mail in the background: who asks does not wait, so that the time tells nobody whether there was one to send. */
export interface Mailer {
  /** False when as many are waiting as may; the mail is not sent then. */
  send(mail: Mail): boolean;
  /** Waits for what is on its way, for a while. */
  close(): Promise<void>;
}

export interface MailerOptions {
  host: string;
  port: number;
  /** TLS from the beginning; otherwise STARTTLS, which is insisted on when there is a password. */
  secure: boolean;
  user?: string;
  password?: string;
  from: string;
  log: Logger;
  /** Default: ten seconds between two attempts. */
  retryAfterMs?: number;
}

const waitingMax = 200;
const attemptsMax = 3;
const timeoutMs = 15_000;

/** Connects to a server of mail when there is something to send. A mail that cannot be sent is logged, without its text. */
export function createMailer(options: MailerOptions): Mailer {
  const { host, port, secure, user, password, from, log, retryAfterMs = 10_000 } = options;
  const auth = user === undefined ? {} : { auth: { user, pass: password ?? "" }, requireTLS: !secure };
  const transport = createTransport({
    ...{ host, port, secure, pool: true, maxConnections: 2, ...auth },
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    // Mails are texts of ours: nothing is fetched or read for them.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const closed = new AbortController();
  const underWay = new Set<Promise<void>>();
  const deliver = async (mail: Mail) => {
    for (let attempt = 1; attempt <= attemptsMax && !closed.signal.aborted; attempt += 1) {
      try {
        await transport.sendMail({ from, ...mail });
        return;
      } catch (error) {
        const level = attempt === attemptsMax ? "error" : "warn";
        log[level]({ attempt, reason: (error as Error).message, subject: mail.subject }, "a mail could not be sent");
        if (attempt < attemptsMax) await pause(retryAfterMs, closed.signal);
      }
    }
  };
  return {
    send(mail) {
      if (underWay.size >= waitingMax) {
        log.error({ waiting: underWay.size, subject: mail.subject }, "too many mails are waiting");
        return false;
      }
      const done = deliver(mail).finally(() => underWay.delete(done));
      underWay.add(done);
      return true;
    },
    async close() {
      closed.abort();
      await Promise.allSettled(underWay);
      transport.close();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
