// What the generated files say about each operation, read from the bundled description.
const methods = ["get", "put", "post", "delete", "patch"];

/**
 * @typedef {{ id: string, method: string, path: string, item: any, parameters: any[], statuses: number[] }} Operation
 */

/**
 * Follows a reference inside the description.
 * @param {any} description @param {any} node
 */
export function resolve(description, node) {
  if (!node.$ref) return node;
  const keys = node.$ref.slice(2).split("/");
  return keys.reduce(
    (/** @type {any} */ value, /** @type {string} */ key) => value[key.replaceAll("~1", "/").replaceAll("~0", "~")],
    description,
  );
}

/**
 * Every operation, in the order of the paths.
 * @param {any} description
 * @returns {Operation[]}
 */
export function operationsOf(description) {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({
        id: item[method].operationId,
        method: method.toUpperCase(),
        path,
        // An operation without security of its own has that of the document.
        item: { ...item[method], security: item[method].security ?? description.security ?? [] },
        parameters: parametersOf(description, item, item[method]),
        statuses: Object.keys(item[method].responses).map(Number),
      })),
  );
}

/**
 * Parameters of an operation, with those of its path that it does not replace.
 * @param {any} description @param {any} path @param {any} operation
 * @returns {any[]}
 */
function parametersOf(description, path, operation) {
  const [shared, own] = [path, operation].map(({ parameters = [] }) =>
    parameters.map((/** @type {any} */ parameter) => resolve(description, parameter)),
  );
  const isReplaced = (/** @type {any} */ { in: place, name }) =>
    own.some((/** @type {any} */ parameter) => parameter.in === place && parameter.name === name);
  return [...own, ...shared.filter((/** @type {any} */ parameter) => !isReplaced(parameter))];
}

/**
 * Whom an operation is for: the name of its security scheme.
 * @param {Operation} operation
 * @returns {string}
 */
export function callerOf({ item }) {
  return Object.keys(item.security[0] ?? {})[0] ?? "anyone";
}
