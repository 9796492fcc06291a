import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Content codings that a file is served in, best first. */
const codings = ["br", "gzip", "identity"] as const;

type Coding = (typeof codings)[number];

/** Content of a file in one coding. */
export interface Representation {
  readonly coding: Coding;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Of the content in this coding. */
  readonly etag: string;
}

/** Chooses the best coding that `Accept-Encoding` lists and does not refuse (RFC 9110, section 12.5.3). */
export function acceptedCoding(header: string | null): Coding {
  const accepted = (header ?? "")
    .split(",")
    .map((item) => item.trim().toLowerCase())
    .filter((item) => !/;\s*q=0(\.0*)?$/.test(item))
    .map((item) => item.split(";")[0]?.trim());
  return codings.find((coding) => accepted.includes(coding)) ?? "identity";
}

/** File of a site, compressed once for each coding. */
export class SiteFile {
  readonly #source: string;
  #content: string;
  readonly #representations = new Map<Coding, Representation>();

  constructor(source: string) {
    this.#source = source;
    this.#content = source;
  }

  /** Fills the file as it was written. What was compressed is kept while that gives the same. */
  fill(fill: (source: string) => string): void {
    const content = fill(this.#source);
    if (content === this.#content) return;
    this.#content = content;
    this.#representations.clear();
  }

  /** Content in a coding. */
  represent(coding: Coding): Representation {
    const known = this.#representations.get(coding);
    if (known) return known;
    const content = new Uint8Array(compress(Buffer.from(this.#content), coding));
    const etag = `"${createHash("sha256").update(content).digest("base64url")}"`;
    const made = { coding, content, etag };
    this.#representations.set(coding, made);
    return made;
  }
}

function compress(content: Buffer, coding: Coding): Buffer {
  if (coding === "br") return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return coding === "gzip" ? gzipSync(content) : content;
}
