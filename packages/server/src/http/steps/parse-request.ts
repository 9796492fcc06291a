import type { OperationId, Parameter } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import type { ValidRequest } from "../../api/handler.js";
import { Refusal } from "../../domain/refusal.js";
import { readJsonObject, refuseUnstorableText } from "../body.js";
import type { RequestContext } from "../context.js";
import { refuseShape } from "../reason.js";
import { requestSchemaValidator, validationMessages } from "../schema-validators.js";
import { isPercentEncoded, rawQuery } from "../url.js";

type ParseRequest = (context: RequestContext) => Promise<void>;

/** Parsers are made once a process, however many servers there are. */
const parsers = new Map<OperationId, ParseRequest>();

/** Step that parses path, query and body of a request, and validates them against the description. */
export function parseRequest(id: OperationId): ParseRequest {
  const known = parsers.get(id);
  if (known) return known;
  const parser = createParser(id);
  parsers.set(id, parser);
  return parser;
}

function createParser(id: OperationId): ParseRequest {
  const { parameters, body: declaredBody } = describeOperation(id);
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(pathReader);
  const declaredQuery = parameters.filter((parameter) => parameter.in === "query");
  const hasTextInQuery = declaredQuery.some(({ schema }) => schema.type !== "integer");
  const inQuery = declaredQuery.map(queryReader);
  const validate = declaredBody && requestSchemaValidator(declaredBody.schemaPointer);

  return async (context) => {
    const { request, pathParams } = context;
    const path = readAll(inPath, pathParams);
    let query = {};
    let sentQuery: URLSearchParams | undefined;
    if (inQuery.length > 0) {
      const search = queryOf(request.url, hasTextInQuery);
      query = readAll(inQuery, search);
      sentQuery = search;
    }
    let body = {};
    if (validate) {
      body = await readJsonObject(request, (text) => {
        context.body = text;
      });
      const problems = validate(body);
      if (problems) refuseShape(...validationMessages(problems));
    }
    context.input = { path, query, sentQuery, body } as ValidRequest<OperationId>;
  };
}

/**
 * Query of a URL, which is cut out and not parsed: the authority in it comes from the Host header. Percent-encoding
 * that is not UTF-8 is refused where the query has text, since replacement characters would make different values
 * equal; where it has numbers only, it counts as none.
 */
function queryOf(url: string, hasText: boolean): URLSearchParams {
  const query = rawQuery(url);
  if (isPercentEncoded(query)) return new URLSearchParams(query);
  return hasText ? refuseShape("The query is not percent-encoded UTF-8.") : new URLSearchParams();
}

/** Parameter and what reads its value. */
interface Reader<Sent, Value> {
  readonly name: string;
  readonly read: (sent: Sent) => Value;
}

/** Values of parameters, without those that were not sent. Entries of an object would be a list for each. */
function readAll<Sent>(readers: readonly Reader<Sent, string | number | undefined>[], sent: Sent) {
  const values: Record<string, string | number> = {};
  for (const { name, read } of readers) {
    const value = read(sent);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** A path parameter. An identifier that is none is not found, like one that nobody has. */
function pathReader({ name, schema }: Parameter): Reader<Record<string, string>, string | number> {
  if (schema.type !== "integer") {
    return { name, read: (sent) => textOf(name, sent[name] ?? "", schema.maxLength as number | undefined) };
  }
  return {
    name,
    read(sent) {
      const text = sent[name] ?? "";
      const value = Number(text);
      if (!/^[1-9][0-9]*$/.test(text) || !Number.isSafeInteger(value)) throw new Refusal({ code: "not-found" });
      return value;
    },
  };
}

/** A query parameter: the first of its name. A number above its range counts as the highest, others as the default. */
function queryReader({ name, schema }: Parameter): Reader<URLSearchParams, string | number | undefined> {
  if (schema.type !== "integer") {
    return {
      name,
      read(search) {
        const text = search.get(name);
        return text === null ? undefined : textOf(name, text, schema.maxLength as number | undefined);
      },
    };
  }
  const [lowest, highest] = schema["x-clamp"] as [number, number];
  const usual = schema.default as number;
  return {
    name,
    read(search) {
      const text = search.get(name);
      const value = text !== null && /^[0-9]+$/.test(text) ? Number(text) : usual;
      return value < lowest ? usual : Math.min(value, highest);
    },
  };
}

function textOf(name: string, text: string, longest: number | undefined): string {
  refuseUnstorableText(name, text);
  if (longest !== undefined && [...text].length > longest) {
    refuseShape(`For '${name}', only ${longest} characters are allowed; ${[...text].length} were supplied.`);
  }
  return text;
}
