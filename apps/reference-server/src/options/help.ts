import type { Option, OptionTable } from "./option.js";
import { formatSections, type Row } from "./wrap.js";

/** Formats options as lines of a help: each has its flag, its text, its environment variable and its default. */
export function formatOptions(groups: { readonly [heading: string]: OptionTable }, width: number): string {
  const sections = Object.entries(groups).map(
    ([heading, table]) => [heading, Object.entries(table).map(toRow)] as const,
  );
  return formatSections(sections, width);
}

function toRow([name, option]: [string, Option<unknown>]): Row {
  const { default: fallback, environment, help } = option;
  const facts = [
    ...(environment === undefined ? [] : [`env\u00a0${environment}`]),
    ...(fallback === undefined ? [] : [`default\u00a0${fallback}`]),
  ];
  return [flagOf(name, option), facts.length === 0 ? help : `${help} [${facts.join(", ")}]`];
}

function flagOf(name: string, { placeholder }: Option<unknown>): string {
  return `--${name}${placeholder ? ` ${placeholder}` : ""}`;
}
