import { expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openSockets } from "./sockets.js";

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
