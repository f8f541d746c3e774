import { describe, expect, it } from "vitest";
import { addressesOf } from "./interfaces.js";

describe("a server's addresses", () => {
  it.each([
    ["public before private", [eth("192.168.1.5", "203.0.113.9")], ["203.0.113.9", "", "203.0.113.9"]],
    ["private when there is nothing else", [eth("10.1.1.1", "fd00::1")], ["10.1.1.1", "fd00::1", "10.1.1.1"]],
    ["IPv6 alone", [eth("2001:db8::1")], ["", "2001:db8::1", "2001:db8::1"]],
    ["none of the link or the host", [eth("127.0.0.2", "169.254.1.1", "fe80::1", "::1")], ["", "", ""]],
    ["none of an interface that is down", [{ ...eth("203.0.113.9"), up: false }], ["", "", ""]],
    ["none of a bridge of containers", [{ ...eth("203.0.113.9"), name: "docker0" }], ["", "", ""]],
    ["none without interfaces", [], ["", "", ""]],
  ])("%s", (_, interfaces, [ipv4, ipv6, valid_ip]) => {
    expect(addressesOf(interfaces)).toEqual({ ipv4, ipv6, valid_ip });
  });
});

function eth(...addresses: string[]) {
  return {
    name: "eth0",
    macAddress: "",
    ipv4Addresses: addresses.filter((address) => !address.includes(":")),
    ipv6Addresses: addresses.filter((address) => address.includes(":")),
    up: true,
  };
}
