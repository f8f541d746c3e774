import { createTestApi, type TestApi, type TestApiOptions } from "./test-api.js";
import { createTestHistory, type TestHistory } from "./test-history.js";

/** Two applications over the same stores: one answers hot reads in front of Express, the other all by Express. */
export interface HotAndPlain {
  hot: TestApi;
  plain: TestApi;
  history: TestHistory;
  close(): Promise<void>;
}

/** Starts both, with a node `web-1` that has reported. `onLogLine` is given the lines of both. */
export async function createHotAndPlain({
  now,
  onLogLine = () => undefined,
}: {
  now: () => number;
  onLogLine?: (of: "hot" | "plain", line: string) => void;
}): Promise<HotAndPlain> {
  const history = await createTestHistory();
  const options: TestApiOptions = { history: history.reads, now };
  const hot = await createTestApi({ ...options, onLogLine: (line) => onLogLine("hot", line) });
  const shared = { bus: hot.bus, keyPrefix: hot.keyPrefix, withoutHotReads: true };
  const plain = await createTestApi({ ...options, ...shared, onLogLine: (line) => onLogLine("plain", line) });
  await hot.report("web-1");
  await hot.reportSurveys("web-1");
  return {
    hot,
    plain,
    history,
    async close() {
      await plain.close();
      await hot.close();
      await history.close();
    },
  };
}
