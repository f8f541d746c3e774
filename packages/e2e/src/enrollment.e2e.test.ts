import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeliverPolicy, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import {
  type CommandOutcome,
  get,
  type Product,
  runStatwire,
  startProduct,
  startSecondNode,
  waitFor,
} from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "statwire-enrollment-"));
const open: NatsConnection[] = [];

// Its own: another node beside this host's would be the one that requests without a name are about.
let product: Product;
let bus: string;

beforeAll(async () => {
  product = await startProduct();
  bus = product.natsUrl;
});

afterAll(async () => {
  await Promise.all(open.map((connection) => connection.close()));
  await product?.discard();
  rmSync(folder, { recursive: true, force: true });
});

describe("a node that enrolls", () => {
  const node = "till-3";
  const file = join(folder, "till-3.creds");
  const inbox = `_INBOX_collector.default.${node}`;
  let token: string;

  it("gets a credential for its own readings with a token, once", async () => {
    token = (await statwire("node", "enroll", "--node", node)).printed;
    expect(await enroll(token, file)).toMatchObject({ code: 0, printed: file });
    const again = await enroll(token, join(folder, "again.creds"));
    expect([again.code, again.told]).toEqual([1, expect.stringContaining("ended, or was used before")]);
    const second = await statwire("node", "enroll", "--node", node);
    expect([second.code, second.told]).toEqual([1, expect.stringContaining('"till-3" has a credential')]);
    const { items } = (await get(product, "/api/v2/credentials")).body;
    expect(items).toEqual([
      expect.objectContaining({ node, public_key: expect.stringMatching(/^U/), revoked_at: null }),
    ]);
    // What the API has of it opens nothing.
    const [, seed = ""] = /(SU[A-Z2-7]{56})/.exec(readFileSync(file, "utf8")) ?? [];
    expect(seed).not.toBe("");
    expect(JSON.stringify(items)).not.toContain(seed);
  });

  it("publishes with it, as any node does, and not for others", async () => {
    const options = { node, natsPort: product.ports.nats, settings: {}, credentials: file };
    const second = await startSecondNode(product, options);
    try {
      const isThere = async () => (await get(product, `/api/v2/nodes/${node}`)).status === 200;
      await waitFor(isThere, 20_000, second.output);
    } finally {
      await second.stop();
    }
    const connection = await connectAs(file, inbox);
    for (const subject of [
      "telemetry.v1.default.till-4.live.host",
      "telemetry.v1.other.till-3.live.host",
      "integrity.v1.default.till-3",
      "$KV.config.x",
      "$SYS.REQ.CLAIMS.UPDATE",
    ]) {
      await expect(connection.request(subject, "x")).rejects.toThrow(/permissions violation for publish/i);
    }
    expect(await refusal(connection, "telemetry.v1.>")).toMatch(/permissions violation for subscription/i);
  });

  it("is cut off when it is revoked, and can enroll again", async () => {
    const connection = await connectAs(file, inbox);
    const closed = connection.closed();
    const revoked = await statwire("node", "revoke", "--node", node, "--dir", product.dataDir, "--bus", bus);
    expect(revoked).toMatchObject({ code: 0, printed: `${bus} knows\n1 credentials of till-3 revoked` });
    await closed;
    await expect(connectAs(file, inbox)).rejects.toThrow(/authorization/i);
    const { items } = (await get(product, "/api/v2/credentials")).body;
    expect(items).toEqual([expect.objectContaining({ node, revoked_at: expect.stringMatching(/Z$/) })]);
    // The token of before stays void.
    expect((await enroll(token, join(folder, "late.creds"))).code).toBe(1);
    const next = join(folder, "next.creds");
    expect(await enroll((await statwire("node", "enroll", "--node", node)).printed, next)).toMatchObject({ code: 0 });
    await connectAs(next, inbox);
  });

  it("needs a token that was given out, and one that gives it out", async () => {
    const [subject = "", end = "", signed = ""] = token.split(".");
    const forged = Buffer.from(Buffer.from(subject, "base64url").toString().replace("till-3", "till-9"));
    for (const wrong of [`${forged.toString("base64url")}.${end}.${signed}`, `${subject}.9${end}.${signed}`, "x"]) {
      expect((await enroll(wrong, join(folder, "forged.creds"))).told).toContain("is not good");
    }
    const keyless = await runStatwire(product, ["node", "enroll", "--node", "till-9"], { API_KEY: "not-the-key" });
    expect(keyless.code).toBe(1);
    expect((await statwire("node", "enroll", "--node", "till-9", "--valid", "5")).told).toContain("--valid: expected");
  });
});

describe("a program of somebody else", () => {
  it("reads its workspace live and from a date on, and nothing else", async () => {
    const made = await statwire("consumer", "create", "--name", "reports", "--dir", product.dataDir);
    const connection = await connectAs(made.printed, "_INBOX_third-party.default.reports");
    const live = connection.subscribe("telemetry.v1.default.>", { max: 1 });
    for await (const message of live) expect(message.subject).toMatch(/^telemetry\.v1\.default\./);

    const from = new Date(Date.now() - 10_000);
    const consumer = await jetstream(connection, { checkAPI: false }).consumers.get("TELEMETRY", {
      filter_subjects: "telemetry.v1.default.>",
      deliver_policy: DeliverPolicy.StartTime,
      opt_start_time: from.toISOString(),
    });
    const message = await consumer.next({ expires: 10_000 });
    expect(message?.info.timestampNanos).toBeGreaterThanOrEqual(from.getTime() * 1e6);

    for (const subject of [
      "telemetry.v1.default.till-3.live.host",
      "$JS.API.CONSUMER.CREATE.TELEMETRY.x.telemetry.v1.other.>",
      "$JS.API.STREAM.DELETE.TELEMETRY",
      "$KV.config.x",
    ]) {
      await expect(connection.request(subject, "x")).rejects.toThrow(/permissions violation for publish/i);
    }
    // Neither another workspace, nor what is answered to another program.
    for (const subject of ["telemetry.v1.other.>", "_INBOX_third-party.default.billing.>", "_INBOX_consumer.>"]) {
      expect(await refusal(connection, subject)).toMatch(/permissions violation for subscription/i);
    }
    const closed = connection.closed();
    const revoked = ["consumer", "revoke", "--name", "reports", "--dir", product.dataDir, "--bus", bus];
    expect(await statwire(...revoked)).toMatchObject({ code: 0 });
    await closed;
  });

  it("that is not trusted with the log hears what is sent, and may not even ask", async () => {
    const made = await statwire("consumer", "create", "--name", "hall", "--live-only", "--dir", product.dataDir);
    const connection = await connectAs(made.printed, "_INBOX");
    for await (const message of connection.subscribe("telemetry.v1.default.>", { max: 1 })) {
      expect(message.data.length).toBeGreaterThan(0);
    }
    await expect(connection.request("$JS.API.STREAM.INFO.TELEMETRY", "")).rejects.toThrow(/permissions violation/i);
  });
});

function enroll(token: string, out: string) {
  const url = `http://127.0.0.1:${product.ports.http}`;
  return runStatwire(product, ["node", "enroll", "--out", out, "--url", url], { STATWIRE_ENROLLMENT_TOKEN: token });
}

async function connectAs(file: string, inboxPrefix: string): Promise<NatsConnection> {
  const authenticator = credsAuthenticator(new Uint8Array(readFileSync(file)));
  const connection = await connect({ servers: bus, authenticator, inboxPrefix, reconnect: false });
  open.push(connection);
  return connection;
}

async function refusal(connection: NatsConnection, subject: string): Promise<string> {
  const refused = new Promise<string>((resolve) => {
    connection.subscribe(subject, { callback: (error) => resolve(error?.message ?? "a message came") });
  });
  await connection.flush();
  return refused;
}

/** Runs the command as a person in the clone does. */
function statwire(...words: string[]): Promise<CommandOutcome> {
  return runStatwire(product, words);
}
