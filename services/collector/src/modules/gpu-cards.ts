import { type Attributes, integerOf, linkName, listNames, readAttributes, readText, textOf } from "./sysfs.js";

/** What the files of one graphics processor say; what they do not say is undefined. */
export interface GpuState {
  /** PCI address, or `gpu<n>` of what is not on that bus. */
  id: string;
  driver: string;
  /** As the card itself calls its product. */
  name?: string | undefined;
  /** `1002`, `731f`: for a name out of the list of PCI devices. */
  vendorId?: string | undefined;
  deviceId?: string | undefined;
  busyPercent?: number | undefined;
  memoryTotalBytes?: number | undefined;
  memoryUsedBytes?: number | undefined;
  millidegrees?: number | undefined;
  microwatts?: number | undefined;
  limitMicrowatts?: number | undefined;
  /** Counter. */
  microjoules?: number | undefined;
  /** Of 255. */
  fanDuty?: number | undefined;
  clockHz?: number | undefined;
  memoryClockHz?: number | undefined;
}

/** Frame buffers of firmware and of no hardware at all. */
const virtualDrivers = new Set(["simple-framebuffer", "simpledrm", "vkms", "vgem"]);

const deviceFiles = [
  "class",
  "vendor",
  "device",
  "product_name",
  "gpu_busy_percent",
  "mem_info_vram_total",
  "mem_info_vram_used",
];

const chipFiles = [
  ...["temp1", "temp2", "temp3"].flatMap((channel) => [`${channel}_input`, `${channel}_label`]),
  ...["power1_average", "power1_input", "power1_cap", "power1_max", "energy1_input", "pwm1"],
  ...["freq1", "freq2"].flatMap((channel) => [`${channel}_input`, `${channel}_label`]),
];

/** Where Intel's drivers tell the frequency in force, in megahertz: xe, i915 and an older i915. */
const intelClockFiles = ["device/tile0/gt0/freq0/act_freq", "gt/gt0/rps_act_freq_mhz", "gt_act_freq_mhz"];

/** The host's graphics processors, by the number of their card. @throws Error when a value is no number. */
export async function readCards(sysRoot: string): Promise<GpuState[]> {
  const folder = `${sysRoot}/class/drm`;
  const cards: GpuState[] = [];
  for (const card of await listNames(folder, /^card\d+$/)) {
    const path = `${folder}/${card}`;
    const driver = (await linkName(`${path}/device/driver`)) ?? "";
    const device = await readAttributes(`${path}/device`, ["class", "vendor", "device"]);
    if (virtualDrivers.has(driver) || !(await isProcessor(path, device))) continue;
    const bus = (await linkName(`${path}/device`)) ?? "";
    const id = pciAddress.test(bus) ? bus : `gpu${card.slice("card".length)}`;
    // Asking a card that its driver has switched off would wake it, or be refused.
    const asleep = (await readText(`${path}/device/power/runtime_status`)) === "suspended";
    const values = asleep ? identityOf(device) : await readValues(path);
    cards.push({ id, driver, ...values });
  }
  return cards;
}

const pciAddress = /^[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/;

/** A PCI display controller (class 0x03), or another device that renders: a mere display of an ARM board does not. */
async function isProcessor(path: string, device: Attributes): Promise<boolean> {
  if (textOf(device, "class").startsWith("0x03")) return true;
  return (await listNames(`${path}/device/drm`, /^renderD\d+$/)).length > 0;
}

async function readValues(path: string): Promise<Omit<GpuState, "id" | "driver">> {
  const device = await readAttributes(`${path}/device`, deviceFiles);
  const clocks = await readAttributes(path, intelClockFiles);
  const [chip] = await listNames(`${path}/device/hwmon`, /^hwmon\d+$/);
  const sensors = await readAttributes(`${path}/device/hwmon/${chip}`, chip === undefined ? [] : chipFiles);
  return { ...identityOf(device), ...parseDevice(device), ...parseIntelClock(clocks), ...parseChip(sensors) };
}

function identityOf(device: Attributes) {
  return {
    name: device.texts.get("product_name"),
    vendorId: device.texts.get("vendor")?.replace("0x", ""),
    deviceId: device.texts.get("device")?.replace("0x", ""),
  };
}

/** What amdgpu tells of the card itself (Documentation/gpu/amdgpu/driver-misc.rst). */
function parseDevice(device: Attributes) {
  return {
    busyPercent: integerOf(device, "gpu_busy_percent"),
    memoryTotalBytes: integerOf(device, "mem_info_vram_total"),
    memoryUsedBytes: integerOf(device, "mem_info_vram_used"),
  };
}

/** A processor that rests tells 0. */
function parseIntelClock(clocks: Attributes) {
  const name = intelClockFiles.find((file) => clocks.texts.has(file));
  const megahertz = name === undefined ? undefined : integerOf(clocks, name);
  return megahertz === undefined ? {} : { clockHz: megahertz * 1_000_000 };
}

/** The card's monitoring chip. `edge` is what people mean by the temperature of an AMD card, `pkg` of an Intel one. */
function parseChip(chip: Attributes) {
  const channel = (kind: string, numbers: readonly number[], labels: readonly string[]) =>
    numbers.map((number) => `${kind}${number}`).find((name) => labels.includes(textOf(chip, `${name}_label`)));
  const temperature = channel("temp", [1, 2, 3], ["edge", "pkg"]) ?? "temp1";
  const [core, memory] = ["sclk", "mclk"].map((label) => channel("freq", [1, 2], [label]));
  const clockHz = core === undefined ? undefined : integerOf(chip, `${core}_input`);
  return {
    millidegrees: integerOf(chip, `${temperature}_input`),
    microwatts: integerOf(chip, "power1_average") ?? integerOf(chip, "power1_input"),
    limitMicrowatts: integerOf(chip, "power1_cap") ?? integerOf(chip, "power1_max"),
    microjoules: integerOf(chip, "energy1_input"),
    fanDuty: integerOf(chip, "pwm1"),
    memoryClockHz: memory === undefined ? undefined : integerOf(chip, `${memory}_input`),
    // Absent rather than undefined: the card's own files may have told it already.
    ...(clockHz === undefined ? {} : { clockHz }),
  };
}
