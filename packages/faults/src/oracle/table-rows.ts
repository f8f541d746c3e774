import type { HostSampled } from "@statwire/events";

const present = (module: { intervalMs: number } | undefined): number =>
  module !== undefined && module.intervalMs > 0 ? 1 : 0;

type Module = { intervalMs: number };

/** As many rows as a list has, when its module was read. */
function each<Part extends Module>(part: Part | undefined, list: (part: Part) => readonly unknown[]): number {
  return part !== undefined && part.intervalMs > 0 ? list(part).length : 0;
}

/** How many rows each typed table is to have of one event, as the event's protobuf documentation says. */
export const rowsOfEvent: Readonly<Record<string, (event: HostSampled) => number>> = {
  host_cpu: ({ cpu }) => present(cpu),
  host_cores: ({ cpu }) => each(cpu, ({ cores }) => cores),
  host_load: ({ load }) => present(load),
  host_memory: ({ memory }) => present(memory),
  host_swap: ({ swap }) => present(swap),
  host_filesystems: ({ filesystems }) => each(filesystems, ({ items }) => items),
  host_disks: ({ disks }) => each(disks, ({ items }) => items),
  host_network: ({ network }) => each(network, ({ items }) => items),
  host_temperatures: ({ sensors }) => each(sensors, ({ temperatures }) => temperatures),
  host_fans: ({ sensors }) => each(sensors, ({ fans }) => fans),
  host_processes: ({ processes }) => present(processes),
  host_top_processes: ({ processes }) => each(processes, ({ top }) => top),
  host_pressure: ({ pressure }) => present(pressure),
  host_sockets: ({ sockets }) => present(sockets),
  host_collector: ({ collector }) => present(collector),
  host_collector_modules: ({ collector }) => each(collector, ({ modules }) => modules),
  host_gpus: ({ gpus }) => each(gpus, ({ items }) => items),
  host_batteries: ({ batteries }) => each(batteries, ({ items }) => items),
  host_raids: ({ raids }) => each(raids, ({ items }) => items),
  host_physical_disks: ({ physicalDisks }) => each(physicalDisks, ({ items }) => items),
  host_voltages: ({ power }) => each(power, ({ voltages }) => voltages),
  host_currents: ({ power }) => each(power, ({ currents }) => currents),
  host_power_draws: ({ power }) => each(power, ({ draws }) => draws),
  host_energies: ({ power }) => each(power, ({ energies }) => energies),
  host_kernel: ({ kernel }) => present(kernel),
  host_connections: ({ connections }) => each(connections, ({ items }) => items),
  host_clock: ({ clock }) => present(clock),
  host_users: ({ users }) => present(users),
  host_updates: ({ updates }) => present(updates),
  host_containers: ({ containers }) => each(containers, ({ items }) => items),
  host_unit_totals: ({ units }) => present(units),
  host_units: ({ units }) => each(units, ({ items }) => items),
  host_tasks: ({ tasks }) => present(tasks),
  host_alerts: ({ alerts }) => present(alerts),
};

export const typedTables = Object.keys(rowsOfEvent);
