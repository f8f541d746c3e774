export { type MaintenanceSchedule, maintenanceSchedule } from "./maintenance/schedule.js";
export { type MaintenanceWindow, nextWindows, windowAt, windowsBetween } from "./maintenance/windows.js";
