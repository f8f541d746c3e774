import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DashPadNode, dashPadNode } from "./dashpad-node.js";
import { createTestApi, type TestApi, type TestApiOptions } from "./test-api.js";
import { createTestHistory, type TestHistory } from "./test-history.js";
import { serveHttps, type TestHttps } from "./test-https.js";

/** The API behind TLS, with two nodes, the first of which tells how it works and has a log of 150 lines. */
export interface DashPadScene {
  api: TestApi;
  history: TestHistory;
  https: TestHttps;
  /** Where the certificate is kept. */
  directory: string;
  /** `router-1`, which answers commands; `router-2` does not, and has a busy processor. */
  node: DashPadNode;
  close(): Promise<void>;
}

export async function openDashPadScene(): Promise<DashPadScene> {
  const opened = await openHttpsApi({});
  const { api } = opened;
  await api.report("router-1");
  await api.report("router-2", { cpuUtilization: 0.95 });
  const node = dashPadNode(api, "router-1");
  node.serve();
  const lines = Array.from({ length: 150 }, (_, index) => `line ${index + 1}`);
  lines[149] = "connection from 192.168.*.*";
  await node.log("syslog", 1, lines);
  await node.configure({
    sampling: true,
    baseIntervalMs: 4_000,
    logIntervalMs: 30_000,
    logs: [{ name: "syslog", displayName: "System Log", enabled: true, lineLimit: 100, redacts: true, kind: "file" }],
  });
  return { ...opened, node };
}

/** The API behind TLS, without any node. */
export async function openHttpsApi(options: Omit<TestApiOptions, "history">): Promise<Omit<DashPadScene, "node">> {
  const directory = await mkdtemp(join(tmpdir(), "statwire-tls-"));
  const history = await createTestHistory();
  const api = await createTestApi({ ...options, history: history.reads });
  const https = await serveHttps(api, directory);
  return {
    api,
    history,
    https,
    directory,
    close: async () => {
      https.close();
      await api.close();
      await history.close();
      await rm(directory, { recursive: true });
    },
  };
}
