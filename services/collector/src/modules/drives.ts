import { readFile } from "node:fs/promises";
import { type Attributes, integerOf, listNames, readAttributes, readText, textOf } from "./sysfs.js";

/** A drive as /sys/block shows it. */
export interface DriveState {
  /** `sda`, `nvme0n1`. */
  device: string;
  model: string;
  serial: string;
  firmware: string;
  type: "nvme" | "ssd" | "hdd" | "";
  /** Of 512 bytes. */
  sectors: number;
  millidegrees: number | undefined;
  /** Of an eMMC, which tells both in files. */
  healthy: boolean | undefined;
  endurancePercent: number | undefined;
}

/**
 * Block devices with hardware behind them: no loop, RAM, mapped or assembled devices, no drives of removable disks, no
 * boot areas of an eMMC, no second paths to an NVMe drive. @throws Error when they cannot be listed or a value is no number.
 */
export async function readDrives(sysRoot: string, fileRoot: string): Promise<DriveState[]> {
  const drives: DriveState[] = [];
  for (const device of await listNames(`${sysRoot}/block`, hardware)) {
    const path = `${sysRoot}/block/${device}`;
    if ((await listNames(`${path}/device`, /./)).length === 0) continue;
    const block = await readAttributes(path, ["size", "dev", "serial", "queue/rotational"]);
    const own = await readAttributes(`${path}/device`, deviceFiles);
    const udev = parseUdev((await readText(`${fileRoot}/run/udev/data/b${textOf(block, "dev")}`)) ?? "");
    const page = await readSerialPage(`${path}/device/vpd_pg80`);
    drives.push({
      ...identify({ device, block, own, udev, page }),
      sectors: integerOf(block, "size") ?? 0,
      millidegrees: await readTemperature(`${path}/device`),
      ...parseWear(own),
    });
  }
  return drives;
}

const hardware =
  /^(?!(?:loop|ram|zram|dm-|md|fd|sr|nbd|drbd|rbd|zd|mtdblock)\d*)(?!mmcblk\d+(?:boot\d+|rpmb))(?!nvme\d+c\d+n\d+)/;

const deviceFiles = ["vendor", "model", "name", "serial", "rev", "firmware_rev", "fwrev", "life_time", "pre_eol_info"];

export interface DriveFiles {
  device: string;
  block: Attributes;
  own: Attributes;
  /** What udev found out by asking the drive. */
  udev: ReadonlyMap<string, string>;
  /** The SCSI page with the serial number. */
  page: string | undefined;
}

/** Who a drive is. The kernel cuts a SATA model to 16 characters, of which udev knows the whole. */
export function identify({ device, block, own, udev, page }: DriveFiles) {
  const vendor = textOf(own, "vendor");
  // A number there is that of the bus; ATA is what the kernel says of every SATA drive.
  const maker = /^(?:ATA|0x.*|)$/.test(vendor) ? "" : `${vendor} `;
  const known = textOf(own, "model") || textOf(own, "name");
  return {
    device,
    model: unescapeUdev(udev.get("ID_MODEL_ENC") ?? "") || (known === "" ? "" : `${maker}${known}`),
    serial: textOf(own, "serial") || textOf(block, "serial") || page || (udev.get("ID_SERIAL_SHORT") ?? ""),
    firmware: textOf(own, "firmware_rev") || textOf(own, "fwrev") || (udev.get("ID_REVISION") ?? textOf(own, "rev")),
    type: typeOf(device, textOf(block, "queue/rotational")),
  };
}

/** A virtual disk or a memory card says of itself that it rotates, or that it does not, and means nothing by it. */
function typeOf(device: string, rotational: string): DriveState["type"] {
  if (device.startsWith("nvme")) return "nvme";
  if (!device.startsWith("sd")) return "";
  return rotational === "1" ? "hdd" : rotational === "0" ? "ssd" : "";
}

/** Properties of a device in udev's data base: lines `E:ID_MODEL=…`. */
function parseUdev(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^E:(\w+)=(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]));
}

/** udev writes a space as `\x20`. */
function unescapeUdev(text: string): string {
  return text.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).trim();
}

/** Unit serial number page (SPC-4): four bytes of heading, the last two its length, then the number in ASCII. */
async function readSerialPage(path: string): Promise<string | undefined> {
  try {
    const page = await readFile(path);
    return page.length < 4 ? undefined : page.toString("latin1", 4, 4 + page.readUInt16BE(2)).trim();
  } catch {
    return undefined;
  }
}

/** The drive's own sensor: of an NVMe drive below its controller, of a SATA drive with the module drivetemp. */
async function readTemperature(device: string): Promise<number | undefined> {
  for (const folder of [device, `${device}/hwmon`]) {
    const [chip] = await listNames(folder, /^hwmon\d+$/);
    if (chip === undefined) continue;
    return integerOf(await readAttributes(`${folder}/${chip}`, ["temp1_input"]), "temp1_input");
  }
  return undefined;
}

/**
 * Wear of an eMMC (JESD84-B51, DEVICE_LIFE_TIME_EST and PRE_EOL_INFO): for each of two kinds of cells the tenth of its
 * life that it is in, 0x0b beyond it; and whether the spare blocks still suffice (1).
 */
function parseWear(own: Attributes): Pick<DriveState, "healthy" | "endurancePercent"> {
  const tenths = textOf(own, "life_time").split(" ").map(Number);
  const tenth = Math.max(...tenths.filter((value) => value > 0), 0);
  const spare = Number(textOf(own, "pre_eol_info"));
  return { healthy: spare > 0 ? spare === 1 : undefined, endurancePercent: tenth > 0 ? tenth * 10 : undefined };
}
