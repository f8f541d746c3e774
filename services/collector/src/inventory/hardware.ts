import type { Host } from "../modules/host.js";
import { readText } from "./read-text.js";

/** What a maker leaves in the tables of a machine that it has not filled in. */
const placeholder =
  /^(?:to be filled|default string|system (?:manufacturer|product|version)|not specified|unknown|none|o\.e\.m\.|$)/i;

const nameLengthMax = 200;

/** Who made the host and what it is called, by its firmware: DMI tables on PCs, the device tree on ARM boards. */
export function readHardware(host: Host): { hardwareVendor: string; hardwareModel: string } {
  const dmi = (...names: string[]) =>
    names.map((name) => readText(`${host.sysRoot}/class/dmi/id/${name}`)).find(isTold);
  const [vendor, model] = [dmi("sys_vendor", "board_vendor"), dmi("product_name", "board_name")];
  const { compatible, name } = readDeviceTree(host);
  return {
    hardwareVendor: (vendor ?? compatible.split(",")[0] ?? "").slice(0, nameLengthMax),
    hardwareModel: (model ?? name).slice(0, nameLengthMax),
  };
}

function isTold(text: string | undefined): boolean {
  return text !== undefined && !placeholder.test(text);
}

/** `Raspberry Pi 4 Model B Rev 1.4` and `raspberrypi,4-model-b`: texts that end with a zero byte. */
function readDeviceTree({ sysRoot, procRoot }: Host): { compatible: string; name: string } {
  const read = (file: string) =>
    readText(`${sysRoot}/firmware/devicetree/base/${file}`) ?? readText(`${procRoot}/device-tree/${file}`) ?? "";
  const first = (text: string) => text.split("\0")[0] ?? "";
  return { compatible: first(read("compatible")), name: first(read("model")) };
}
