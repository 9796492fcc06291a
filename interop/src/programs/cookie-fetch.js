// The part of a browser that remembers cookies.

/** A `fetch` that sends the cookies it was given before, and does not follow redirects. */
export function cookieFetch() {
  const cookies = new Map();
  return async (url, init = {}) => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(set) ?? [];
      if (name !== undefined) cookies.set(name, value);
    }
    return response;
  };
}
