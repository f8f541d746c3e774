/** One number of a family, in one run of the collector; in any when that is left out. */
export interface EventName {
  workspace: string;
  node: string;
  family: string;
  bootId?: number | undefined;
  sequence: number;
}
