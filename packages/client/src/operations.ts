import type { OperationId } from "@grantbook/contract";
import { calls, commonStatuses, otherStatuses, prefix } from "@grantbook/contract/calls";

/** One operation, as far as a call of it needs to know. A tuple, because names of fields are not minified. */
export type Operation = readonly [
  id: OperationId,
  method: string,
  /** Below the base address, with its parameters in braces. */
  path: string,
  /** Every status the description declares. */
  statuses: readonly number[],
  /** Resource and method in a client, as in `tokens.check`. */
  name: string,
];

type Match = readonly [whole: string, method: string, id: string, name: string, digits: string];

/** Every operation of the API. */
export const operations = calls.split("\n").flatMap((line) => {
  const [path] = line.split(" ") as [string];
  const matches = line.matchAll(/ (\S+) (\S+) (\S+) (\d+)/g) as Iterable<readonly string[]> as Iterable<Match>;
  return Array.from(matches, ([, method, id, name, digits]): Operation => {
    const statuses = Array.from(digits, (digit) => otherStatuses[+digit] as number);
    return [id.replace("~", prefix) as OperationId, method, path, [...commonStatuses, ...statuses], name];
  });
});
