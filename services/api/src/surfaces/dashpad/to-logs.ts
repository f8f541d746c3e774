import type { LastLines } from "@statwire/snapshot-store";
import type { DashPadLog, DashPadLogs, IncrementalLogContent, LogContent } from "./dto.js";
import { type NodeView, nextUpdateOf, toIdentity } from "./node-view.js";

/** The lines of a log under its name. */
export type NamedLines = readonly [name: string, lines: LastLines];

/** The last lines of every log. */
export function toLogs(view: NodeView, logs: readonly NamedLines[]): DashPadLogs {
  return {
    ...toIdentity(view),
    logs: Object.fromEntries(logs.map(([name, lines]) => [name, toIncremental(lines)])),
    next_update_sec: nextUpdateOf(view, "logs"),
  };
}

/** Lines of one log. */
export function toLog(view: NodeView, lines: LastLines): DashPadLog {
  return { ...toIdentity(view), ...toIncremental(lines), next_update_sec: nextUpdateOf(view, "logs") };
}

/** The part of the logs that `/metrics` holds. */
export function toLogContents(logs: readonly NamedLines[]): Record<string, LogContent> {
  return Object.fromEntries(logs.map(([name, lines]) => [name, toContent(lines)]));
}

function toIncremental(lines: LastLines): IncrementalLogContent {
  return { ...toContent(lines), supports_incremental: true };
}

function toContent({ lines, totalLines }: LastLines): LogContent {
  const content: Record<string, string> = {};
  for (const { line, text } of lines) content[line] = text;
  return { content, total_lines: totalLines, returned_lines: lines.length };
}
