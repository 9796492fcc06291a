// Edits of a bundled description that do not change what it says.
import { isSchema, operations, slots, target } from "./places.js";

/**
 * @typedef {<T>(items: readonly T[]) => T | undefined} Pick returns one of the items at random
 * @typedef {(document: any, pick: Pick) => boolean} Rewrite returns false where it finds no place
 */

/** @type {Record<string, Rewrite>} */
export const rewrites = {
  "inline a reference": (document, pick) => {
    const slot = pick(slots(document, (value) => typeof value.$ref === "string" && Object.keys(value).length === 1));
    if (!slot) return false;
    slot.parent[slot.key] = structuredClone(target(document, slot.value.$ref));
    return true;
  },

  "move a schema into a component": (document, pick) => {
    const slot = pick(slots(document, (value, path) => isSchema(path) && path[0] === "paths" && !value.$ref));
    if (!slot) return false;
    const name = `moved-${Object.keys(document.components.schemas).length}`;
    document.components.schemas[name] = slot.value;
    slot.parent[slot.key] = { $ref: `#/components/schemas/${name}` };
    return true;
  },

  "reorder keys": (document, pick) => {
    const slot = pick(slots(document, (value) => !Array.isArray(value) && Object.keys(value).length > 1));
    if (!slot) return false;
    slot.parent[slot.key] = Object.fromEntries(Object.entries(slot.value).toReversed());
    return true;
  },

  "reorder parameters": (document, pick) => {
    const found = pick(operations(document).filter(({ operation }) => operation.parameters?.length > 1));
    if (!found) return false;
    found.operation.parameters.push(found.operation.parameters.shift());
    return true;
  },

  "reorder values": (document, pick) => {
    const lists = slots(document, (_, path) => isSchema(path)).flatMap(({ value }) =>
      ["required", "enum", "type", "anyOf", "oneOf"].flatMap((key) =>
        value[key]?.length > 1 && Array.isArray(value[key]) ? [{ value, key }] : [],
      ),
    );
    const list = pick(lists);
    if (!list) return false;
    list.value[list.key] = list.value[list.key].toReversed();
    return true;
  },

  "split a schema into allOf": (document, pick) => {
    const open = slots(
      document,
      (value, path) =>
        isSchema(path) &&
        Object.keys(value.properties ?? {}).length > 1 &&
        !("additionalProperties" in value) &&
        !("unevaluatedProperties" in value) &&
        !value.allOf,
    );
    const slot = pick(open);
    if (!slot) return false;
    const { properties, required, ...rest } = slot.value;
    const fields = Object.entries(properties);
    const middle = Math.ceil(fields.length / 2);
    const allOf = [fields.slice(0, middle), fields.slice(middle)].map((part) => {
      const names = (required ?? []).filter((/** @type {string} */ name) => part.some(([other]) => other === name));
      return { properties: Object.fromEntries(part), ...(names.length > 0 ? { required: names } : {}) };
    });
    slot.parent[slot.key] = { ...rest, allOf };
    return true;
  },

  "wrap a schema in allOf": (document, pick) => {
    const slot = pick(slots(document, (_, path) => isSchema(path)));
    if (!slot) return false;
    slot.parent[slot.key] = { allOf: [slot.value] };
    return true;
  },

  "lift a parameter to the path": (document, pick) => {
    const lone = operations(document).filter(
      ({ item, operation }) =>
        operation.parameters?.length > 0 && operations({ paths: { x: item } }).length === 1 && !item.$ref,
    );
    const found = pick(lone);
    if (!found) return false;
    found.item.parameters = [...(found.item.parameters ?? []), found.operation.parameters.pop()];
    return true;
  },

  "write null as a choice": (document, pick) => {
    const nullable = slots(
      document,
      (value, path) =>
        isSchema(path) && Array.isArray(value.type) && value.type.includes("null") && !value.enum && !value.anyOf,
    );
    const slot = pick(nullable);
    if (!slot) return false;
    const { type, description, ...rest } = slot.value;
    const others = type.filter((/** @type {string} */ name) => name !== "null");
    const form = pick(["anyOf", "oneOf"]) ?? "anyOf";
    slot.parent[slot.key] = {
      ...(description === undefined ? {} : { description }),
      [form]: [{ ...rest, type: others.length === 1 ? others[0] : others }, { type: "null" }],
    };
    return true;
  },

  "change the case of a header": (document, pick) => {
    const maps = slots(document, (_, path) => path.at(-1) === "headers" && path.includes("responses"));
    const slot = pick(maps.filter(({ value }) => Object.keys(value).length > 0));
    if (!slot) return false;
    const name = pick(Object.keys(slot.value)) ?? "";
    slot.parent[slot.key] = Object.fromEntries(
      Object.entries(slot.value).map(([key, header]) => [key === name ? key.toUpperCase() : key, header]),
    );
    return true;
  },

  "require security that every operation replaces": (document) => {
    document.security = [{ user: [] }];
    return true;
  },

  "take over the security of the description": (document, pick) => {
    document.security = [{ user: [] }];
    const same = operations(document).filter(({ operation }) => JSON.stringify(operation.security) === '[{"user":[]}]');
    const found = pick(same);
    if (!found) return false;
    delete found.operation.security;
    return true;
  },

  "write a default of OpenAPI": (document, pick) => {
    const slot = pick(
      slots(document, (value, path) => path.at(-2) === "parameters" && "in" in value && value.in !== "path"),
    );
    if (!slot || "required" in slot.value) return false;
    slot.value.required = false;
    return true;
  },
};
