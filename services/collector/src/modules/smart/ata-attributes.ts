import type { SmartHealth } from "./smart-health.js";

/** One attribute of an ATA drive, as every source gives it. */
export interface AtaAttribute {
  id: number;
  /** Usually falls from 100 (or 200, or 253) to a threshold. */
  normalized: number;
  /** 48 bits, whose meaning is the maker's. */
  raw: number;
}

/**
 * What the attributes say that mean the same with nearly every maker, with the widths that smartmontools takes them for
 * where its data base knows no better (`DEFAULT` in drivedb.h). What was written in all is not among them: some drives
 * count sectors there, others gibibytes.
 */
export function attributeHealth(attributes: readonly AtaAttribute[]): SmartHealth {
  const raw = (id: number, bits: number) => {
    const attribute = attributes.find((one) => one.id === id);
    return attribute === undefined ? undefined : attribute.raw % 2 ** bits;
  };
  const wear = attributes.find(({ id }) => id === 177)?.normalized;
  return {
    celsius: signedByte(raw(194, 8) ?? raw(190, 8)),
    powerOnHours: raw(9, 24),
    powerCycles: raw(12, 24),
    reallocatedSectors: raw(5, 16),
    pendingSectors: raw(197, 32),
    uncorrectableErrors: raw(198, 32),
    // Wear_Leveling_Count, of solid-state drives alone: 100 when new.
    endurancePercent: wear === undefined ? undefined : Math.max(0, 100 - wear),
  };
}

function signedByte(value: number | undefined): number | undefined {
  return value === undefined || value < 128 ? value : value - 256;
}
