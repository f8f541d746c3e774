// The body of the ClickHouse child process: plain JavaScript, because it also runs under tests that load sources.
//   node clickhouse-child.mjs CONFIG_FILE DATA_DIR HTTP_PORT TCP_PORT
// libchdb contains clickhouse-local with its listeners; the call never returns and SIGTERM ends the process.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { DataType, load, open } from "ffi-rs";

const { libchdbPath } = createRequire(import.meta.url)("chdb/libchdb");
const [, , configFile, dataDir, httpPort, tcpPort] = process.argv;

// The main thread is about to be the engine's: a worker notices when whoever started us is gone.
new Worker(
  `const parent = process.ppid;
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGTERM"); }, 1000);`,
  { eval: true },
);

// The engine's own statement only has to last: rows a minute apart, and no look for its progress ten times a second, which took 6 ms of
// a processor a second.
const listen =
  "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; SELECT sleepEachRow(60) FROM system.numbers FORMAT Null " +
  "SETTINGS function_sleep_max_microseconds_per_block=0, max_block_size=1, interactive_delay=60000000";
const words = [
  "clickhouse",
  ...["--config-file", configFile, "--path", dataDir, "--http_port", httpPort, "--tcp_port", tcpPort],
  ...["--log-level", "warning"],
  ...["--listen_host", "127.0.0.1", "--query", listen],
];
open({ library: "chdb", path: libchdbPath() });
const code = load({
  library: "chdb",
  funcName: "chdb_query_cmdline",
  retType: DataType.I64,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [words.length, words],
});
process.exit(Number(code) === 0 ? 0 : 1);
