import { description } from "@grantbook/contract/description";

/** Copy of a request, and the text of its body. */
export interface BufferedRequest {
  /** The same request, with its body unread. */
  readonly request: Request;
  /** Empty when the body is longer than the API allows, or incomplete. */
  readonly text: string;
}

const maxBytes = description["x-body-limit"];

/** Reads the body of a request, up to the limit of the API, and returns a request with the same body. */
export async function bufferBody(request: Request): Promise<BufferedRequest> {
  const announced = Number(request.headers.get("content-length"));
  if (!request.body || announced > maxBytes) return { request, text: "" };
  const again = (body: Uint8Array | ReadableStream) => new Request(request, { body, duplex: "half" } as RequestInit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.body.getReader();
    while (length <= maxBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.byteLength;
    }
  } catch (error) {
    // The client disconnected: the server gets the same error.
    return { request: again(new ReadableStream({ pull: (controller) => controller.error(error) })), text: "" };
  }
  const bytes = Buffer.concat(chunks);
  return { request: again(bytes), text: length > maxBytes ? "" : bytes.toString() };
}
