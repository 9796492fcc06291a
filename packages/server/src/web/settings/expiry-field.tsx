import type { Parameters } from "../../http/parameters.js";

const dayMs = 24 * 60 * 60_000;
/** Lifetimes to choose from, in days. */
const lifetimes = ["7", "30", "60", "90"] as const;
const usual = "30";

/** When a token expires: after some days, at the end of a day, or never (`null`). `undefined` for no such time. */
export function parseExpiry(form: Parameters, now: Date): Date | null | undefined {
  const choice = form.get("expiration") ?? usual;
  if (choice === "none") return null;
  if (lifetimes.some((days) => days === choice)) return new Date(+now + Number(choice) * dayMs);
  const day = form.get("custom_expires_at") ?? "";
  const end = new Date(`${day}T23:59:59Z`);
  const isDay = choice === "custom" && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(+end);
  return isDay && end > now ? end : undefined;
}

/** Field for the time when a token expires. */
export function ExpiryField({ form, now }: { readonly form: Parameters; readonly now: Date }) {
  const chosen = form.get("expiration") ?? usual;
  const option = (value: string, text: string) => (
    <option value={value} selected={value === chosen}>
      {text}
    </option>
  );
  return (
    <>
      <label for="expiration">Expiration</label>
      <select id="expiration" name="expiration">
        {lifetimes.map((days) => option(days, `${days} days`))}
        {option("custom", "On the day below")}
        {option("none", "No expiration")}
      </select>
      <label for="custom_expires_at">Last day, for an expiration on a day (UTC)</label>
      <input
        type="date"
        id="custom_expires_at"
        name="custom_expires_at"
        value={form.get("custom_expires_at")}
        min={now.toISOString().slice(0, 10)}
      />
    </>
  );
}
