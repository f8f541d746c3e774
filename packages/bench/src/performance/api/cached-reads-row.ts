import type { Row } from "../row.js";
import { compareWithHello, comparisonOfCost, noteOf } from "./compare-with-hello.js";
import { openScene } from "./scene.js";

/**
 * Every GET that Redis answers, but for those of the row of hot reads and those whose answer the node itself or the history has
 * a part in: the node list of Statwire's own surface asks both stores, DashPad's `/metrics` and `/logs` hold lines of logs.
 */
const paths = [
  ...["/health", "/stats/memory", "/stats/network", "/stats/history", "/stats/node"],
  ...["/status", "/metrics/cpu_usage", "/cron_tasks"],
  ...["/api/v1/server/list", "/api/v1/server/details"],
  // What is not understood exactly in front of Express (the question mark) goes through it and tsoa.
  ...["/stats/memory?", "/status?"],
];

const target = 0.6;
/** So few that even the dearest of them does not wait long for the others. */
const connections = 8;

/** About four minutes; a minute and a half with `--quick`. */
export const cachedReadsRow: Row = {
  name: "cached-reads",
  summary: "every other read that Redis answers against a bare Express 5 hello",
  async run(context) {
    const scene = await openScene(context, connections);
    try {
      const compared = await compareWithHello(context, scene, paths);
      return {
        comparisons: compared.map((one) => comparisonOfCost(one, target)),
        notes: compared.map(noteOf),
      };
    } finally {
      await scene.stop();
    }
  },
};
