import type { MessageInitShape } from "@bufbuild/protobuf";
import { respondToCommands } from "@statwire/event-log";
import {
  type CollectorConfiguredSchema,
  commandSubject,
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeLogLinesRead,
  encodeCollectorConfigured,
  encodeHostSampled,
  encodeLogLinesRead,
  type HostSampledSchema,
  type QueryReply,
  type QueryRequest,
  type SamplingReply,
  type SamplingRequest,
} from "@statwire/events";
import { applyEvents, applyLogLines, toConfigurationEvent, toHostEvent, toLogEvent } from "@statwire/snapshot-store";
import { sampleHost } from "./sample-events.js";
import { type TestApi, workspace } from "./test-api.js";

type Configuration = Omit<MessageInitShape<typeof CollectorConfiguredSchema>, "$typeName" | "$unknown">;
type Survey = Pick<MessageInitShape<typeof HostSampledSchema>, "tasks" | "alerts">;

/** What a node's collector says beside its readings, as its projector would store it. */
export interface DashPadNode {
  /** Says how the collector works from now on. */
  configure(configuration: Configuration): Promise<void>;
  /** Reports scheduled tasks or alerts. */
  survey(module: "tasks" | "alerts", reading: Survey, observedAtMs?: number): Promise<void>;
  /** Lines of a log, from the given number on. */
  log(log: string, firstLine: number, lines: readonly string[]): Promise<void>;
  /** Answers the commands `query` and `sampling` as a collector does that can read `direct` alone. */
  serve(): () => void;
}

/** A node that {@link TestApi.report} has reported before. */
export function dashPadNode(api: TestApi, node: string): DashPadNode {
  const name = { workspace, node };
  let sequence = 0;
  let configuration: Configuration = {};
  const place = (observedAtMs = Date.now()) => {
    sequence += 1;
    return { bootId: BigInt(Date.now()), sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
  };
  const configure = async (more: Configuration) => {
    configuration = { ...configuration, ...more };
    const event = decodeCollectorConfigured(encodeCollectorConfigured({ ...configuration, ...place() }));
    await apply(api, toConfigurationEvent(name, "configuration", event));
  };
  return {
    configure,
    async survey(module, reading, observedAtMs) {
      const event = decodeHostSampled(encodeHostSampled({ ...reading, ...place(observedAtMs) }));
      await apply(api, toHostEvent(name, `host.${module}`, event));
    },
    async log(log, firstLine, lines) {
      const atMs = BigInt(Date.now());
      const read = { ...place(), log, firstLine: BigInt(firstLine), lines: lines.map((text) => ({ text, atMs })) };
      const event = toLogEvent({ ...name, log }, decodeLogLinesRead(encodeLogLinesRead(read)));
      const { ready } = await applyLogLines(api.store, [event]);
      if (!ready) throw new Error("the store is not ready");
    },
    serve() {
      let running = true;
      const ends = [
        answer<SamplingRequest, SamplingReply>(api, node, "sampling", async ({ action }) => {
          const before = running;
          running = action !== "stop";
          await configure({ sampling: running });
          return { ok: true, action, running, changed: action === "restart" || before !== running };
        }),
        answer<QueryRequest, QueryReply>(api, node, "query", async (request) => toQueryReply(request)),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

async function apply({ store }: TestApi, event: Parameters<typeof applyEvents>[1][number]): Promise<void> {
  await applyEvents(store, [event], { foldHeadlines: true });
}

function answer<Request, Reply>(
  { eventLog }: TestApi,
  node: string,
  command: "query" | "sampling",
  handle: (request: Request) => Promise<Reply>,
): () => void {
  return respondToCommands(eventLog, commandSubject({ workspace, node, command }), async (payload) => {
    const request = JSON.parse(new TextDecoder().decode(payload)) as Request;
    return new TextEncoder().encode(JSON.stringify(await handle(request)));
  });
}

function toQueryReply({ module, source }: QueryRequest): QueryReply {
  if (source !== "direct") return { ok: false, reason: "unavailable", error: `${source} is not configured` };
  const observedAtMs = Date.now();
  const { [module as "cpu"]: read } = sampleHost({ bootId: 1, sequence: 1, observedAtMs });
  const event = encodeHostSampled({ observedAtMs: BigInt(observedAtMs), [module]: read });
  return { ok: true, observedAtMs, event: Buffer.from(event).toString("base64") };
}
