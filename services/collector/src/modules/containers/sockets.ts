/** Where engines listen by default; both speak Docker's protocol. */
export const defaultContainerSockets: readonly string[] = ["/var/run/docker.sock", "/run/podman/podman.sock"];
