// Edits of an operation that break a client. The operation has no references.

/**
 * @typedef {import("./rewrites.js").Pick} Pick
 * @typedef {(operation: any, pick: Pick) => boolean} BreakingEdit returns false where it finds no place
 */

/** @param {any} operation */
const requestSchema = (operation) => operation.requestBody?.content?.["application/json"]?.schema;

/** @param {any} operation @param {Pick} pick */
function responseSchema(operation, pick) {
  const schemas = Object.entries(operation.responses).flatMap(([status, response]) => {
    const schema = response.content?.["application/json"]?.schema;
    return status.startsWith("2") && schema?.properties ? [schema] : [];
  });
  return pick(schemas);
}

/** @param {any} schema @param {Pick} pick */
const fieldOf = (schema, pick) => (schema?.properties ? pick(Object.keys(schema.properties)) : undefined);

/** @type {Record<string, BreakingEdit>} */
export const breakingEdits = {
  "remove a field of a response": (operation, pick) => {
    const schema = responseSchema(operation, pick);
    const name = fieldOf(schema, pick);
    if (name === undefined) return false;
    delete schema.properties[name];
    schema.required = schema.required?.filter((/** @type {string} */ other) => other !== name);
    return true;
  },
  "rename a field of a response": (operation, pick) => {
    const schema = responseSchema(operation, pick);
    const name = fieldOf(schema, pick);
    if (name === undefined) return false;
    schema.properties[`${name}_renamed`] = schema.properties[name];
    delete schema.properties[name];
    schema.required = schema.required?.map((/** @type {string} */ other) =>
      other === name ? `${name}_renamed` : other,
    );
    return true;
  },
  "make a field of a response optional": (operation, pick) => {
    const schema = responseSchema(operation, pick);
    const name = schema?.required && pick(schema.required);
    if (name === undefined) return false;
    schema.required = schema.required.filter((/** @type {string} */ other) => other !== name);
    return true;
  },
  "let a field of a response be null": (operation, pick) => {
    const schema = responseSchema(operation, pick);
    const name = fieldOf(schema, pick);
    const field = name === undefined ? undefined : schema.properties[name];
    if (typeof field?.type !== "string" || field.type === "null" || field.enum) return false;
    field.type = [field.type, "null"];
    return true;
  },
  "change the type of a field of a response": (operation, pick) => {
    const schema = responseSchema(operation, pick);
    const name = fieldOf(schema, pick);
    if (name === undefined || schema.properties[name].type === "boolean") return false;
    schema.properties[name] = { type: "boolean", description: schema.properties[name].description ?? "" };
    return true;
  },
  "remove a field of a request": (operation, pick) => {
    const schema = requestSchema(operation);
    const name = fieldOf(schema, pick);
    if (name === undefined) return false;
    delete schema.properties[name];
    schema.required = schema.required?.filter((/** @type {string} */ other) => other !== name);
    return true;
  },
  "require a field of a request": (operation, pick) => {
    const schema = requestSchema(operation);
    const optional = Object.keys(schema?.properties ?? {}).filter((name) => !schema.required?.includes(name));
    const name = pick(optional);
    if (name === undefined) return false;
    schema.required = [...(schema.required ?? []), name];
    return true;
  },
  "shorten a field of a request": (operation, pick) => {
    const fields = Object.values(requestSchema(operation)?.properties ?? {}).filter(({ maxLength }) => maxLength > 0);
    const field = pick(fields);
    if (!field) return false;
    field.maxLength -= 1;
    return true;
  },
  "require a body": (operation) => {
    if (!operation.requestBody || operation.requestBody.required) return false;
    operation.requestBody.required = true;
    return true;
  },
  "add a required parameter": (operation) => {
    operation.parameters.push({
      name: "new",
      in: "query",
      required: true,
      schema: { type: "string" },
      description: "",
    });
    return true;
  },
  "remove a parameter": (operation, pick) => {
    const parameter = pick(operation.parameters.filter((/** @type {any} */ { in: place }) => place !== "path"));
    if (!parameter) return false;
    operation.parameters = operation.parameters.filter((/** @type {any} */ other) => other !== parameter);
    return true;
  },
  "require a parameter": (operation, pick) => {
    const parameter = pick(operation.parameters.filter((/** @type {any} */ { required }) => !required));
    if (!parameter) return false;
    parameter.required = true;
    return true;
  },
  "change a default": (operation, pick) => {
    const parameter = pick(
      operation.parameters.filter((/** @type {any} */ { schema }) => schema?.default !== undefined),
    );
    if (!parameter) return false;
    parameter.schema.default += 1;
    return true;
  },
  "remove a status": (operation, pick) => {
    delete operation.responses[pick(Object.keys(operation.responses)) ?? ""];
    return true;
  },
  "remove a header of a response": (operation, pick) => {
    const maps = Object.values(operation.responses).flatMap(({ headers }) => (headers ? [headers] : []));
    const headers = pick(maps.filter((map) => Object.keys(map).length > 0));
    if (!headers) return false;
    delete headers[pick(Object.keys(headers)) ?? ""];
    return true;
  },
  "require other credentials": (operation) => {
    operation.security = JSON.stringify(operation.security) === '[{"token":[]}]' ? [{ user: [] }] : [{ token: [] }];
    return true;
  },
  "change the operation id": (operation) => {
    operation.operationId += "-renamed";
    return true;
  },
  "change the method of the client": (operation) => {
    operation["x-method"] += "Renamed";
    return true;
  },
};
