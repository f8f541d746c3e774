import { expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openSockets, parseSnmp, sockstatCount } from "./sockets.js";

it("adds both IP versions", async () => {
  expect(await openSockets(fixtureContext("raspberry-pi-4")).sample(0)).toEqual({
    used: 214,
    tcpInUse: 13,
    tcpEstablished: 5,
    tcpTimeWait: 3,
    tcpOrphan: 1,
    udpInUse: 11,
    tcpRetransmittedSegments: 1290n,
    tcpActiveOpens: 10_234n,
    tcpPassiveOpens: 2_087n,
    udpReceiveErrors: 7n,
  });
});

it("does without IPv6", async () => {
  const sockets = await openSockets(fixtureContext("container")).sample(0);
  expect(sockets).toMatchObject({ used: 12, tcpInUse: 1, udpInUse: 0 });
});

it("finds a count by its protocol's line and its own name, however many there are", () => {
  const text =
    "sockets: used 9\nTCP: inuse 5 orphan 0 tw 3 alloc 7 mem 2\nUDPLITE: inuse 8\nUDP: inuse 4 mem 1\nRAW: inuse 6";
  expect(sockstatCount(text, "sockets", "used")).toBe(9);
  expect(sockstatCount(text, "TCP", "tw")).toBe(3);
  expect(sockstatCount(text, "UDP", "inuse")).toBe(4);
  expect(sockstatCount(text, "UDPLITE", "mem")).toBe(0);
  expect(sockstatCount(text, "RAW", "inuse")).toBe(6);
  expect(sockstatCount("", "TCP", "inuse")).toBe(0);
});

it("pairs names and values of a protocol, and has none of one that is not there", () => {
  const text = "Tcp: A B\nTcp: 1 -2\nUdpLite: A\nUdpLite: 7\nUdp: A C\nUdp: 3 4\n";
  const [tcp, udp, sctp] = ["Tcp", "Udp", "Sctp"].map((protocol) => parseSnmp(text, protocol));
  expect([tcp?.("A"), tcp?.("B"), tcp?.("C")]).toEqual([1, -2, 0]);
  expect([udp?.("A"), udp?.("C"), sctp?.("A")]).toEqual([3, 4, 0]);
});
