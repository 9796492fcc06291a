import type { Option, OptionTable } from "./option.js";

/** Formats options as lines of a help, each with its flag, its environment variable, its text and its default. */
export function formatOptions(groups: { readonly [heading: string]: OptionTable }): string {
  const all = Object.values(groups).flatMap((table) => Object.entries(table));
  const width = Math.max(...all.map(([name, option]) => flagOf(name, option).length));
  const variableWidth = Math.max(...all.map(([, { environment = "" }]) => environment.length));
  const line = ([name, option]: [string, Option<unknown>]) => {
    const { default: fallback, environment = "", help } = option;
    const variable = variableWidth === 0 ? "" : `${environment.padEnd(variableWidth)}  `;
    return `  ${flagOf(name, option).padEnd(width)}  ${variable}${help}${fallback === undefined ? "" : ` [${fallback}]`}`;
  };
  return Object.entries(groups)
    .map(([heading, table]) => [`${heading}:`, ...Object.entries(table).map(line)].join("\n"))
    .join("\n\n");
}

function flagOf(name: string, { placeholder }: Option<unknown>): string {
  return `--${name}${placeholder ? ` ${placeholder}` : ""}`;
}
