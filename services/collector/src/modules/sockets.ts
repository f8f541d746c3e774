import type { ModuleContext, ModuleReader } from "./module.js";
import { int64 } from "./proc-text.js";

/** Socket counts from /proc/net/sockstat and sockstat6, TCP and UDP counters from /proc/net/snmp. */
export function openSockets({ host, files }: ModuleContext): ModuleReader<"sockets"> {
  return {
    sample() {
      const sockstat = files.wholeText(`${host.networkRoot}/sockstat`);
      const snmp = files.wholeText(`${host.networkRoot}/snmp`);
      if (sockstat === undefined || snmp === undefined) return undefined;
      // Absent where IPv6 is switched off.
      return reportSockets(sockstat, files.wholeText(`${host.networkRoot}/sockstat6`) ?? "", snmp);
    },
  };
}

/** The number behind a name on the line of a protocol (`TCP: inuse 5 orphan 0 tw 0`), 0 where there is none. */
export function sockstatCount(text: string, protocol: string, name: string): number {
  const start = lineStart(text, protocol);
  if (start < 0) return 0;
  const [line = ""] = text.slice(start).split("\n", 1);
  const at = line.indexOf(` ${name} `);
  return at < 0 ? 0 : Number.parseInt(line.slice(at + name.length + 2), 10);
}

/** Counters of a protocol by name, of its line of headings and the line of values behind it; none where it has none. */
export function parseSnmp(text: string, protocol: string): (name: string) => number {
  const start = lineStart(text, protocol);
  if (start < 0) return () => 0;
  const [names = "", values = ""] = text.slice(start).split("\n", 2);
  const headings = names.split(" ");
  const counters = values.split(" ");
  return (name) => Number(counters[headings.indexOf(name)] ?? 0);
}

/** Where the first line of a protocol starts, -1 where there is none. */
function lineStart(text: string, protocol: string): number {
  if (text.startsWith(`${protocol}: `)) return 0;
  const at = text.indexOf(`\n${protocol}: `);
  return at < 0 ? -1 : at + 1;
}

function reportSockets(sockstat: string, sockstat6: string, snmp: string) {
  const count = (protocol: string, name: string) => sockstatCount(sockstat, protocol, name);
  const tcp = parseSnmp(snmp, "Tcp");
  const udp = parseSnmp(snmp, "Udp");
  return {
    used: count("sockets", "used"),
    tcpInUse: count("TCP", "inuse") + sockstatCount(sockstat6, "TCP6", "inuse"),
    // `CurrEstab`, `tw` and `orphan` count both IP versions.
    tcpEstablished: tcp("CurrEstab"),
    tcpTimeWait: count("TCP", "tw"),
    tcpOrphan: count("TCP", "orphan"),
    udpInUse: count("UDP", "inuse") + sockstatCount(sockstat6, "UDP6", "inuse"),
    tcpRetransmittedSegments: int64(tcp("RetransSegs")),
    tcpActiveOpens: int64(tcp("ActiveOpens")),
    tcpPassiveOpens: int64(tcp("PassiveOpens")),
    udpReceiveErrors: int64(udp("InErrors")),
  };
}
