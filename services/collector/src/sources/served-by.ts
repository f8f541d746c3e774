import type { Module } from "@statwire/events";
import { directModules } from "./direct.js";
import { netdataModules } from "./netdata/open-netdata.js";
import type { SourceName } from "./source.js";
import { systemInformationModules } from "./systeminformation/systeminformation.js";

/** Which modules each source can serve. */
export const servedBy: Record<SourceName, ReadonlySet<Module>> = {
  direct: directModules,
  systeminformation: systemInformationModules,
  netdata: netdataModules,
};
