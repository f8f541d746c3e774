import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { reportHealth } from "../../modules/physical-disks.js";
import { int64 } from "../../modules/proc-text.js";
import { attributeHealth } from "../../modules/smart/ata-attributes.js";
import { nvmeUnitBytes, type SmartHealth } from "../../modules/smart/smart-health.js";
import { parseAnswer } from "./parse-answer.js";

const count = z.number().nonnegative().nullish();
const errors = z
  .object({ total_uncorrected_errors: count, gigabytes_processed: z.coerce.number().nullish() })
  .nullish();

/** Of the output of `smartctl --json` what is used here. */
const smartSchema = z.object({
  power_on_time: z.object({ hours: count }).nullish(),
  power_cycle_count: count,
  endurance_used: z.object({ current_percent: count }).nullish(),
  ata_smart_attributes: z
    .object({ table: z.array(z.object({ id: z.number(), value: z.number(), raw: z.object({ value: z.number() }) })) })
    .nullish(),
  nvme_smart_health_information_log: z
    .object({ percentage_used: count, data_units_read: count, data_units_written: count, media_errors: count })
    .nullish(),
  scsi_error_counter_log: z.object({ read: errors, write: errors }).nullish(),
});

const schema = z.array(
  z.object({
    device: z.string(),
    type: z.string(),
    name: z.string(),
    size: z.number().nonnegative(),
    firmwareRevision: z.string().nullish(),
    serialNum: z.string().nullish(),
    smartStatus: z.string(),
    temperature: z.number().nullish(),
    smartData: smartSchema.nullish(),
  }),
);

type Layout = z.infer<typeof schema>[number];

const types: Record<string, string> = { NVMe: "nvme", SSD: "ssd", HD: "hdd" };

/** Drives of `lsblk` and, where the collector may run it, what `smartctl` says of them; undefined without drives. */
export function toPhysicalDisks(
  answer: unknown,
  wanted: (device: string) => boolean,
): Reading<"physicalDisks"> | undefined {
  const layout = parseAnswer("physicalDisks", schema, answer);
  if (layout.length === 0) return undefined;
  const items = layout
    .map((disk) => ({ ...disk, device: disk.device.replace(/^\/dev\//, "") }))
    .filter(({ device }) => wanted(device))
    .slice(0, itemsMax)
    .map((disk) => ({
      device: disk.device,
      model: disk.name.trim(),
      serial: disk.serialNum?.trim() ?? "",
      firmware: disk.firmwareRevision?.trim() ?? "",
      type: types[disk.type] ?? "",
      sizeBytes: int64(disk.size),
      ...reportHealth(toHealth(disk)),
    }));
  return { items };
}

function toHealth({ smartStatus, temperature, smartData }: Layout): SmartHealth {
  const attributes = smartData?.ata_smart_attributes?.table.map(({ id, value, raw }) => ({
    id,
    normalized: value,
    raw: raw.value,
  }));
  const ata: SmartHealth = attributes === undefined ? {} : attributeHealth(attributes);
  const nvme = smartData?.nvme_smart_health_information_log;
  const scsi = smartData?.scsi_error_counter_log;
  return {
    ...ata,
    healthy: smartStatus === "Ok" ? true : smartStatus === "Predicted Failure" ? false : undefined,
    // What smartctl has made out for itself, by a data base of drives, before what the attributes mean in general.
    celsius: temperature ?? ata.celsius,
    powerOnHours: smartData?.power_on_time?.hours ?? ata.powerOnHours,
    powerCycles: smartData?.power_cycle_count ?? ata.powerCycles,
    endurancePercent: smartData?.endurance_used?.current_percent ?? nvme?.percentage_used ?? ata.endurancePercent,
    uncorrectableErrors:
      nvme?.media_errors ??
      sum(scsi?.read?.total_uncorrected_errors, scsi?.write?.total_uncorrected_errors) ??
      ata.uncorrectableErrors,
    writtenBytes: times(nvme?.data_units_written, nvmeUnitBytes) ?? times(scsi?.write?.gigabytes_processed, 1e9),
    readBytes: times(nvme?.data_units_read, nvmeUnitBytes) ?? times(scsi?.read?.gigabytes_processed, 1e9),
  };
}

function times(value: number | null | undefined, worth: number): number | undefined {
  return value === null || value === undefined ? undefined : Math.round(value * worth);
}

function sum(...values: (number | null | undefined)[]): number | undefined {
  const told = values.filter((value) => value !== null && value !== undefined);
  return told.length === 0 ? undefined : told.reduce((total, value) => total + value, 0);
}
