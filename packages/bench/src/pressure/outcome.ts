import { get, historyOf, type Product, statwireOf } from "@statwire/running-product";

const pagesMax = 200;

const ROWS = "SELECT toUInt32(count()) AS rows FROM host_events WHERE startsWith(node, 'sim-')";

/** Nodes are counted in so many turns: all at once took as much memory as the bench judges. */
const turns = 16;

const STORED = `
  SELECT toUInt32(count()) AS nodes, toUInt32(sum(rows)) AS rows, toUInt32(sum(different)) AS different
  FROM (
      SELECT count() AS rows, uniqExact((boot_id, sequence)) AS different
      FROM host_events WHERE startsWith(node, 'sim-') AND cityHash64(node) % ${turns} = {turn:UInt8}
      GROUP BY workspace, node
  )`;

const frugal = { max_threads: 1, max_block_size: "8192", max_memory_usage: String(256 * 1024 ** 2) } as const;

const DROPPED = "SELECT toUInt32(sum(events)) AS announced FROM v_integrity_events WHERE event = 'EventsDropped'";

/** How many rows the history has of the simulated nodes' events, those that are there twice counted twice. */
export async function countRows(product: Product): Promise<number> {
  return ((await firstRow(product, ROWS)) as { rows: number }).rows;
}

/** What the history has of the simulated nodes' events. */
export async function countStored(product: Product): Promise<{ nodes: number; rows: number; different: number }> {
  const stored = { nodes: 0, rows: 0, different: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const { nodes, rows, different } = (await firstRow(product, STORED, { turn })) as typeof stored;
    stored.nodes += nodes;
    stored.rows += rows;
    stored.different += different;
  }
  return stored;
}

/** What the product's own collector gave up, as it counts and as it has announced. */
export async function countDropped(product: Product): Promise<{ counted: number; announced: number }> {
  const metrics = await (await fetch(`http://127.0.0.1:${product.ports.opsBase}/metrics`)).text();
  const counted = /^statwire_collector_dropped_events_total\{[^}]*\} (\S+)$/m.exec(metrics)?.[1];
  const { announced } = (await firstRow(product, DROPPED)) as { announced: number };
  return { counted: Number(counted ?? 0), announced };
}

/** How many simulated nodes the API knows, and how long it takes to list them all, page by page. */
export async function countedNodes(product: Product): Promise<{ inApi: number; apiSeconds: number }> {
  const startedAt = performance.now();
  let [inApi, cursor]: [number, string | null] = [0, ""];
  for (let page = 0; page < pagesMax && cursor !== null; page += 1) {
    const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body, status } = await get(product, `/api/v2/nodes?limit=500${query}`);
    if (status !== 200) break;
    const { nodes, next_cursor } = body as { nodes: { node: string }[]; next_cursor: string | null };
    inApi += nodes.filter(({ node }) => node.startsWith("sim-")).length;
    cursor = next_cursor;
  }
  return { inApi, apiSeconds: (performance.now() - startedAt) / 1000 };
}

/** Whether the projector has every latest state, and every short history, since it was started. */
export async function projectorState(product: Product): Promise<{ isReady: boolean; isWhole: boolean }> {
  const url = `http://127.0.0.1:${product.ports.opsBase + 4}`;
  try {
    const signal = AbortSignal.timeout(2_000);
    const [readiness, metrics] = await Promise.all([
      fetch(`${url}/readyz`, { signal }),
      fetch(`${url}/metrics`, { signal }),
    ]);
    const whole = /statwire_projector_rebuild_seconds\{[^}]*stream="TELEMETRY"[^}]*stage="whole"[^}]*\}/;
    return { isReady: readiness.ok, isWhole: whole.test(await metrics.text()) };
  } catch {
    return { isReady: false, isWhole: false };
  }
}

/** What `statwire lag` says of telemetry in the history. */
export async function lagAsTold(product: Product): Promise<{ messages: number; seconds: number }> {
  const { history } = JSON.parse(await statwireOf(product, "lag", "--json")) as {
    history: { stream: string; messagesBehind: number; secondsBehind: number }[];
  };
  const telemetry = history.find(({ stream }) => stream === "TELEMETRY");
  return { messages: telemetry?.messagesBehind ?? 0, seconds: telemetry?.secondsBehind ?? 0 };
}

async function firstRow(product: Product, query: string, query_params = {}): Promise<unknown> {
  const history = historyOf(product);
  try {
    const options = { query, query_params, format: "JSONEachRow", clickhouse_settings: frugal } as const;
    const [row] = await (await history.query(options)).json();
    return row;
  } finally {
    await history.close();
  }
}
