import { type OperationId, operationTable } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";

/** Rehearsal of the removal of the deprecated operations for users. */
export interface SunsetOptions {
  /** `available` by default; with it, the times below count. */
  readonly state?: "available" | "brownout" | "removed";
  /** Hours in which the operations are switched off: from, and until just before. */
  readonly brownouts?: readonly (readonly [Date, Date])[];
  /** From when on they are removed. */
  readonly removal?: Date;
}

const timelines = description["x-timelines"];

/** Timeline of github.com in 2020. With a clock that is set back, it happens again. */
export const gitHubTimeline: SunsetOptions = toSunsetOptions(timelineOf("2020-11-13"));

function timelineOf(removalDate: string) {
  const timeline = timelines[removalDate];
  if (!timeline) throw new Error(`The description has no timeline for the removal of ${removalDate}.`);
  return timeline;
}

function toSunsetOptions({ brownouts, removal }: ReturnType<typeof timelineOf>): SunsetOptions {
  return {
    brownouts: brownouts.map(([from, until]) => [new Date(from), new Date(until)] as const),
    removal: new Date(removal),
  };
}

/** Tells if the operations are available at a time, switched off for a while, or removed. */
export function sunsetState(
  { state = "available", brownouts = [], removal }: SunsetOptions,
  now: Date,
): "available" | "brownout" | "removed" {
  if (state !== "available") return state;
  if (removal !== undefined && now >= removal) return "removed";
  return brownouts.some(([from, until]) => now >= from && now < until) ? "brownout" : "available";
}

/** Headers of a deprecated operation: RFC 9745, RFC 8594, and links to more. None for a current one. */
export function deprecationHeaders(id: OperationId): Readonly<Record<string, string>> {
  const { removal: removalDate } = operationTable[id];
  if (removalDate === null) return {};
  const { deprecation, removal, notice, successor } = timelineOf(removalDate);
  return {
    Deprecation: `@${new Date(deprecation).getTime() / 1000}`,
    Sunset: new Date(removal).toUTCString(),
    Link: `<${notice}>; rel="deprecation"; type="text/html", <${successor}>; rel="alternate"`,
  };
}
