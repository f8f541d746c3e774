import { existsSync } from "node:fs";
import type { Host } from "../modules/host.js";
import { readText } from "./read-text.js";

/** Names that container engines leave in the path of process 1's control group. */
const cgroupNames: readonly [RegExp, string][] = [
  [/kubepods/, "kubernetes"],
  [/docker/, "docker"],
  [/libpod/, "podman"],
  [/\/lxc[./]/, "lxc"],
];

/** What a hypervisor calls itself in the machine's DMI tables. */
const vendors: readonly [RegExp, string][] = [
  [/amazon ec2/i, "amazon"],
  [/google/i, "google"],
  [/vmware/i, "vmware"],
  [/microsoft/i, "microsoft"],
  [/innotek|virtualbox/i, "oracle"],
  [/parallels/i, "parallels"],
  [/xen/i, "xen"],
  [/kvm|qemu/i, "kvm"],
];

/** `docker`, `kvm`, … , empty on bare metal or where it cannot be told. A container hides what its host runs on. */
export function readVirtualization(host: Host, cpuinfo: string): string {
  return containerName(host) ?? hypervisorName(host, cpuinfo) ?? "";
}

function containerName({ procRoot, fileRoot }: Host): string | undefined {
  if (existsSync(`${fileRoot}/run/.containerenv`)) return "podman";
  const cgroup = readText(`${procRoot}/1/cgroup`) ?? "";
  const named = cgroupNames.find(([pattern]) => pattern.test(cgroup))?.[1];
  return named ?? (existsSync(`${fileRoot}/.dockerenv`) ? "docker" : undefined);
}

function hypervisorName({ sysRoot }: Host, cpuinfo: string): string | undefined {
  const type = readText(`${sysRoot}/hypervisor/type`);
  if (type) return type;
  const dmi = ["sys_vendor", "product_name", "bios_vendor"].map((name) => readText(`${sysRoot}/class/dmi/id/${name}`));
  const vendor = vendors.find(([pattern]) => pattern.test(dmi.join(" ")))?.[1];
  // The flag says that there is one; without a name, KVM is what nearly all of them are.
  return vendor ?? (/^flags\s*:.* hypervisor\b/m.test(cpuinfo) ? "kvm" : undefined);
}
