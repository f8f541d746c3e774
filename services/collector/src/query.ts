import { type Module, modules, type QueryReply } from "@statwire/events";
import { z } from "zod";
import { hostEvent } from "./events.js";
import { type Source, type SourceName, sourceNames } from "./sources/source.js";
import { within } from "./within.js";

export interface QueryDeps {
  /** A source that is read from for this query alone; it is closed afterwards. */
  openSource(name: SourceName): Source;
  /** The settings in force of a module. */
  settings(module: Module): { enabled: boolean; intervalMs: number };
  /** Unix milliseconds. */
  nowMs(): number;
  monotonicMs(): number;
}

const requestSchema = z.object({ module: z.string().max(100), source: z.string().max(100) });

const answerWithinMs = 3000;

/** Queries that read at the same time, and those that wait for their turn. */
const runningMax = 4;
const waitingMax = 16;

/** A request is a few words. */
const payloadBytesMax = 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Answers `query`: reads one module from one source now, whatever the order of sources is, and publishes nothing. What
 * the settings switch off is not read.
 */
export function openQuery(deps: QueryDeps): (payload: Uint8Array) => Promise<Uint8Array> {
  const turns = openTurns();
  return async (payload) => encoder.encode(JSON.stringify(await answer(deps, turns, payload)));
}

async function answer(deps: QueryDeps, turns: Turns, payload: Uint8Array): Promise<QueryReply> {
  const request = parseRequest(payload);
  if (request === undefined) return refuse("malformed", "the request is not a JSON object of a query");
  const source = sourceNames.find((name) => name === request.source);
  if (source === undefined) return refuse("unknown-source", `there is no source "${request.source}"`);
  const module = modules.find((name) => name === request.module);
  if (module === undefined) return refuse("unknown-module", `there is no module "${request.module}"`);
  if (!deps.settings(module).enabled) return refuse("unavailable", `${module} is switched off`);
  const turn = turns.take();
  if (turn === undefined) return refuse("unavailable", "too many queries at once");
  await turn;
  try {
    return await readOne(deps, source, module);
  } catch (error) {
    return refuse("unavailable", `${source}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300));
  } finally {
    turns.leave();
  }
}

async function readOne(deps: QueryDeps, name: SourceName, module: Module): Promise<QueryReply> {
  const source = deps.openSource(name);
  if (!source.modules.has(module)) return refuse("unavailable", `${name} does not tell ${module}`);
  // Closed when the reading has come to its end, which may be after the answer.
  const ended = (async () => source.read(module, deps.monotonicMs()))().finally(() => source.close());
  const reading = await within(answerWithinMs, ended);
  if (reading === undefined) return refuse("unavailable", `${name} has no ${module} on this host`);
  const observedAtMs = deps.nowMs();
  const event = hostEvent(
    {
      bootId: 0,
      sequence: 0,
      observedAtMs,
      readings: { [module]: reading },
      sources: name === "direct" ? {} : { [module]: name },
      intervalMs: (name) => deps.settings(name).intervalMs,
      requested: true,
      clearsHistory: false,
      reached: [],
    },
    (_, error) => {
      throw error;
    },
  );
  return { ok: true, observedAtMs, event: Buffer.from(event).toString("base64") };
}

type Refusal = Extract<QueryReply, { ok: false }>;

function refuse(reason: Refusal["reason"], error: string): Refusal {
  return { ok: false, reason, error };
}

function parseRequest(payload: Uint8Array): z.infer<typeof requestSchema> | undefined {
  if (payload.length > payloadBytesMax) return undefined;
  try {
    return requestSchema.parse(JSON.parse(decoder.decode(payload)));
  } catch {
    return undefined;
  }
}

interface Turns {
  /** Resolves when it is one's turn; undefined when too many wait already. */
  take(): Promise<void> | undefined;
  leave(): void;
}

function openTurns(): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    take() {
      if (running < runningMax) {
        running += 1;
        return Promise.resolve();
      }
      return waiting.length < waitingMax ? new Promise((resolve) => waiting.push(resolve)) : undefined;
    },
    leave() {
      const next = waiting.shift();
      // The turn is handed on.
      if (next === undefined) running -= 1;
      else next();
    },
  };
}
