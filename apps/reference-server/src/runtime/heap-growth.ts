import { setFlagsFromString } from "node:v8";

/** Growth of the heap until V8 looks for what is no longer used, in percent of what was in use the last time. */
export const heapGrowthFlag = "--heap-growing-percent=50";

/**
 * Bounds the growth of the heap. By default it may become four times as large as what is in use, and under load a
 * server holds a third more memory for nothing. V8 reads the flag each time, so that it counts from now on.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString(heapGrowthFlag);
}
