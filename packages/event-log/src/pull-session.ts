import { createInbox, type Msg, nanos } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";
import { type DeliveryInfo, parseDelivery, type StoredMessage, toStoredMessage } from "./stored-message.js";

/** One server-side consumer, from its creation until something about it is in doubt. */
export interface PullSession {
  /** Asks for more when there is room and no request is open. */
  pull(): void;
  /** Resolves to the reason why the session is over. */
  readonly broken: Promise<string>;
  /** When the server was last heard of, heartbeats included (`performance.now()`); undefined: not yet. */
  heardAtMs(): number | undefined;
  end(reason: string): void;
}

export interface PullSessionOptions {
  stream: string;
  consumer: string;
  /** What may be asked for now; nothing while `messages` is 0. */
  room(): { messages: number; bytes: number };
  /** @param gatheredMs how long at most the message has waited for the look that brought it; 0 when it came by itself */
  onMessage(message: StoredMessage, delivery: DeliveryInfo, gatheredMs: number): void;
  /**
   * Messages are gathered at the server for so long, and come together [0: each comes as soon as it is stored]. The first after a
   * look that found none comes at once: the server is not asked again and again for what is not there.
   */
  gatherMs?: number | undefined;
}

const requestExpiresMs = 30_000;
const heartbeatMs = 2_000;
/** Silence after which the server, the consumer or the way between is taken for gone. */
const silenceMaxMs = 5_000;

/** Status codes of a pull request's end (NATS ADR-37): no messages, expired. */
const requestOverCodes = [404, 408];

/**
 * Pulls from a consumer that needs no acknowledgement, one request at a time. The consumer numbers what it delivers,
 * so a lost message shows as a hole in that numbering; that, silence, a disconnection and any status that is not an
 * ordinary end of a request break the session, and the caller makes a new consumer after the last message it got.
 */
export function startPullSession(log: EventLog, options: PullSessionOptions): PullSession {
  const { connection } = log;
  const { gatherMs = 0 } = options;
  const inbox = createInbox(log.inbox);
  const subject = `$JS.API.CONSUMER.MSG.NEXT.${options.stream}.${options.consumer}`;
  let delivered = 0;
  /** Messages still to come of the open request, 0 when none is open. */
  let open = 0;
  let heardAtMs: number | undefined;
  let askedAtMs = performance.now();
  /** Running while messages are gathered. */
  let gathering: NodeJS.Timeout | undefined;
  /** For how long the messages of the open request have gathered. */
  let gatheredMs = 0;
  /** Whether the open request has brought something. */
  let hasBrought = false;
  /** The last look found nothing, so that the next message is waited for. */
  let isQuiet = false;
  let finish: (reason: string) => void = () => undefined;
  const broken = new Promise<string>((resolve) => {
    finish = resolve;
  });

  const subscription = connection.subscribe(inbox, {
    callback: (error, message) => {
      if (error !== null) return end(error.message);
      heardAtMs = performance.now();
      const delivery = parseDelivery(message.reply);
      if (delivery === undefined) return onStatus(message);
      if (delivery.deliverySequence !== delivered + 1) return end("a message was lost on the way");
      delivered += 1;
      open -= 1;
      hasBrought = true;
      options.onMessage(toStoredMessage(message, delivery), delivery, gatheredMs);
      if (open === 0) requestOver(isQuiet);
    },
  });
  const watchdog = setInterval(() => {
    if (open > 0 && performance.now() - Math.max(heardAtMs ?? 0, askedAtMs) > silenceMaxMs)
      end("no sign of life from the consumer");
  }, heartbeatMs);
  const forget = log.onDisconnect(() => end("disconnected"));

  function pull(): void {
    if (open > 0 || gathering !== undefined) return;
    ask(0);
  }

  function ask(haveGatheredMs: number): void {
    const { messages, bytes } = options.room();
    if (messages <= 0) return;
    const isLook = gatherMs > 0 && !isQuiet;
    open = isQuiet ? 1 : messages;
    gatheredMs = haveGatheredMs;
    hasBrought = false;
    askedAtMs = performance.now();
    const waiting = isLook
      ? { no_wait: true }
      : { expires: nanos(requestExpiresMs), idle_heartbeat: nanos(heartbeatMs) };
    const request = { batch: open, max_bytes: bytes, ...waiting };
    connection.publish(subject, JSON.stringify(request), { reply: inbox });
  }

  /** Nothing is left of what the request asked for: the next one follows at once, or when more has gathered. */
  function requestOver(isCaughtUp: boolean): void {
    open = 0;
    if (gatherMs > 0 && isCaughtUp) {
      isQuiet = !hasBrought;
      if (hasBrought) gathering = setTimeout(gathered, gatherMs);
    }
    if (gathering === undefined) pull();
  }

  function gathered(): void {
    gathering = undefined;
    ask(gatherMs);
  }

  function onStatus({ headers }: Msg): void {
    const code = headers?.code ?? 0;
    if (code === 100) return;
    const description = headers?.description ?? "";
    if (requestOverCodes.includes(code)) requestOver(true);
    else if (/message size exceeds maxbytes/i.test(description)) requestOver(false);
    else end(`${code} ${description}`.trim());
  }

  function end(reason: string): void {
    clearInterval(watchdog);
    clearTimeout(gathering);
    forget();
    subscription.unsubscribe();
    finish(reason);
  }

  return { pull, broken, heardAtMs: () => heardAtMs, end };
}
