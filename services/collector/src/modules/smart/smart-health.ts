/** What a drive's self-monitoring says, whoever asked it; what it does not say is undefined. */
export interface SmartHealth {
  healthy?: boolean | undefined;
  celsius?: number | undefined;
  powerOnHours?: number | undefined;
  powerCycles?: number | undefined;
  reallocatedSectors?: number | undefined;
  pendingSectors?: number | undefined;
  uncorrectableErrors?: number | undefined;
  /** Per cent of the rated life; may exceed 100. */
  endurancePercent?: number | undefined;
  writtenBytes?: number | undefined;
  readBytes?: number | undefined;
}

/** An NVMe data unit is a thousand blocks of 512 bytes (NVM Express base specification, SMART log page). */
export const nvmeUnitBytes = 512_000;
