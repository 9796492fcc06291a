import { Refusal } from "../../domain/refusal.js";
import type { ApiResponse } from "../api-response.js";

/** Refuses a request that no operation is for. */
export function refuseUnknownRoute(): never {
  throw new Refusal({ code: "not-found" });
}

/** Answers a preflight request; the headers that matter are the renderer's. */
export function answerPreflight(): ApiResponse {
  return { status: 204 };
}
