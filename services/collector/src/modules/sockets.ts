import type { ModuleContext, ModuleReader } from "./module.js";
import { int64, words } from "./proc-text.js";

/** Socket counts from /proc/net/sockstat and sockstat6, TCP and UDP counters from /proc/net/snmp. */
export function openSockets({ host, files }: ModuleContext): ModuleReader<"sockets"> {
  return {
    sample() {
      const sockstat = files.text(`${host.networkRoot}/sockstat`);
      const snmp = files.text(`${host.networkRoot}/snmp`);
      if (sockstat === undefined || snmp === undefined) return undefined;
      return reportSockets(
        parseSockstat(sockstat),
        // Absent where IPv6 is switched off.
        parseSockstat(files.text(`${host.networkRoot}/sockstat6`) ?? ""),
        parseSnmp(snmp),
      );
    },
  };
}

type Counts = Map<string, number>;

/** Lines such as `TCP: inuse 5 tw 0`, keyed `TCP.inuse`. */
export function parseSockstat(text: string): Counts {
  const counts: Counts = new Map();
  for (const line of text.split("\n")) {
    const [label = "", ...pairs] = words(line);
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      counts.set(`${label.slice(0, -1)}.${pairs[at]}`, Number(pairs[at + 1]));
    }
  }
  return counts;
}

/** The pairs of heading and value lines of TCP and UDP, keyed `Tcp.RetransSegs`. */
export function parseSnmp(text: string): Counts {
  const counts: Counts = new Map();
  for (const protocol of ["Tcp", "Udp"]) {
    const [names = [], values = []] = text
      .split("\n")
      .filter((line) => line.startsWith(`${protocol}: `))
      .map(words);
    for (let at = 1; at < names.length; at += 1) counts.set(`${protocol}.${names[at]}`, Number(values[at]));
  }
  return counts;
}

function reportSockets(sockstat: Counts, sockstat6: Counts, snmp: Counts) {
  const count = (key: string) => sockstat.get(key) ?? 0;
  const count6 = (key: string) => sockstat6.get(key) ?? 0;
  const counter = (key: string) => int64(snmp.get(key) ?? 0);
  return {
    used: count("sockets.used"),
    tcpInUse: count("TCP.inuse") + count6("TCP6.inuse"),
    // `CurrEstab`, `tw` and `orphan` count both IP versions.
    tcpEstablished: snmp.get("Tcp.CurrEstab") ?? 0,
    tcpTimeWait: count("TCP.tw"),
    tcpOrphan: count("TCP.orphan"),
    udpInUse: count("UDP.inuse") + count6("UDP6.inuse"),
    tcpRetransmittedSegments: counter("Tcp.RetransSegs"),
    tcpActiveOpens: counter("Tcp.ActiveOpens"),
    tcpPassiveOpens: counter("Tcp.PassiveOpens"),
    udpReceiveErrors: counter("Udp.InErrors"),
  };
}
