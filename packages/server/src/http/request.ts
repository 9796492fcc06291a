import type { OperationId, Parameter } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { Refusal } from "../domain/refusal.js";
import type { ValidRequest } from "../operations/handler.js";
import { readJsonObject, refuseUnstorableText } from "./body.js";
import { refuseShape } from "./refusals.js";
import { problemsOf, requestValidator } from "./schemas.js";
import { isPercentEncoded, rawQuery } from "./url.js";

/** Makes a valid request of what was sent. Throws a `Refusal`. */
export type RequestReader = (path: Record<string, string>, request: Request) => Promise<ValidRequest<OperationId>>;

/** The reader of one operation, with all that can be worked out beforehand. */
export function requestReader(id: OperationId): RequestReader {
  const { parameters, body: content } = describeOperation(id);
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(pathReader);
  const inQuery = parameters.filter((parameter) => parameter.in === "query").map(queryReader);
  const validate = content && requestValidator(content.schemaPointer);

  return async (sent, request) => {
    const pathValues = Object.fromEntries(inPath.map((read) => read(sent)));
    let queryValues = {};
    if (inQuery.length > 0) {
      const search = queryOf(request.url);
      queryValues = Object.fromEntries(inQuery.map((read) => read(search)).filter(([, value]) => value !== undefined));
    }
    let body = {};
    if (validate) {
      body = await readJsonObject(request);
      if (!validate(body)) refuseShape(...problemsOf(validate.errors ?? []));
    }
    return { path: pathValues, query: queryValues, body } as ValidRequest<OperationId>;
  };
}

/**
 * Query of a URL, which is cut out and not parsed: the authority in it comes from the Host header. Percent-encoding that
 * is not UTF-8 is refused, since replacement characters would make different values equal.
 */
function queryOf(url: string): URLSearchParams {
  const query = rawQuery(url);
  if (!isPercentEncoded(query)) refuseShape("The query is not percent-encoded UTF-8.");
  return new URLSearchParams(query);
}

/** A path parameter. An identifier that is none is not found, like one that nobody has. */
function pathReader({ name, schema }: Parameter): (sent: Record<string, string>) => [string, string | number] {
  if (schema.type !== "integer") {
    return (sent) => [name, textOf(name, sent[name] ?? "", schema.maxLength as number | undefined)];
  }
  return (sent) => {
    const text = sent[name] ?? "";
    const value = Number(text);
    if (!/^[1-9][0-9]*$/.test(text) || !Number.isSafeInteger(value)) throw new Refusal({ code: "not-found" });
    return [name, value];
  };
}

/** A query parameter: the first of its name, brought into its range, or its default. */
function queryReader({ name, schema }: Parameter): (search: URLSearchParams) => [string, string | number | undefined] {
  if (schema.type !== "integer") {
    return (search) => {
      const text = search.get(name);
      return [name, text === null ? undefined : textOf(name, text, schema.maxLength as number | undefined)];
    };
  }
  const [lowest, highest] = schema["x-clamp"] as [number, number];
  return (search) => {
    const text = search.get(name);
    if (text === null) return [name, schema.default as number];
    if (!/^-?[0-9]+$/.test(text)) refuseShape(`For '${name}', ${JSON.stringify(text.slice(0, 60))} is not an integer.`);
    return [name, Math.min(Math.max(Number(text), lowest), highest)];
  };
}

function textOf(name: string, text: string, longest: number | undefined): string {
  refuseUnstorableText(name, text);
  if (longest !== undefined && [...text].length > longest) {
    refuseShape(`For '${name}', only ${longest} characters are allowed; ${[...text].length} were supplied.`);
  }
  return text;
}
