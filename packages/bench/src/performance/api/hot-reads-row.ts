import type { Row } from "../row.js";
import { compareWithHello, comparisonOfCost, comparisonOfP99, comparisonOfRate, noteOf } from "./compare-with-hello.js";
import { openScene } from "./scene.js";

const connections = 32;

/** About a minute and a half; 40 s with `--quick`. */
export const hotReadsRow: Row = {
  name: "hot-reads",
  summary:
    "GET /stats, /stats/cpu and /api/v2/nodes/{node} with key, limit and request id against a bare Express 5 hello",
  async run(context) {
    const scene = await openScene(context, connections);
    try {
      const compared = await compareWithHello(context, scene, ["/stats", "/stats/cpu", `/api/v2/nodes/${scene.node}`]);
      return {
        comparisons: compared.flatMap((one) => [
          comparisonOfCost(one, 2.5),
          comparisonOfRate(one),
          comparisonOfP99(one),
        ]),
        notes: ["the built product over HTTP with its default log; every answer 200", ...compared.map(noteOf)],
      };
    } finally {
      await scene.stop();
    }
  },
};
