import type { Setting, SettingTable } from "./option.js";

/** Settings as lines of a help, each with its flag, its environment variable, what it is for, and its default. */
export function settingLines(groups: { readonly [heading: string]: SettingTable }): string {
  const all = Object.values(groups).flatMap((table) => Object.entries(table));
  const width = Math.max(...all.map(([name, setting]) => flagOf(name, setting).length));
  const variableWidth = Math.max(...all.map(([, { environment = "" }]) => environment.length));
  const line = ([name, setting]: [string, Setting<unknown>]) => {
    const { byDefault, environment = "", help } = setting;
    const variable = variableWidth === 0 ? "" : `${environment.padEnd(variableWidth)}  `;
    return `  ${flagOf(name, setting).padEnd(width)}  ${variable}${help}${byDefault === undefined ? "" : ` [${byDefault}]`}`;
  };
  return Object.entries(groups)
    .map(([heading, table]) => [`${heading}:`, ...Object.entries(table).map(line)].join("\n"))
    .join("\n\n");
}

function flagOf(name: string, { placeholder }: Setting<unknown>): string {
  return `--${name}${placeholder ? ` ${placeholder}` : ""}`;
}
