import type { ApplicationType } from "../../domain/model.js";
import type { Parameters } from "../../http/parameters.js";
import { applicationSchema } from "../../seeds/schema.js";
import { problemWith } from "../../validation.js";

/** Values of the form of an application. */
export interface ApplicationValues {
  readonly name: string;
  readonly url: string;
  readonly callbackUrls: readonly string[];
  readonly type: ApplicationType;
  readonly deviceFlow: boolean;
  readonly expireUserTokens: boolean;
}

/** Names of the fields, as GitHub has them where it has the field. */
const names = {
  name: "oauth_application[name]",
  url: "oauth_application[url]",
  callbackUrls: "oauth_application[callback_url]",
  type: "oauth_application[type]",
  deviceFlow: "oauth_application[device_flow_enabled]",
  expireUserTokens: "oauth_application[expire_user_tokens]",
} as const;

/** Fields in the words of the form, by the names that a seed has for them. */
const labels: Readonly<Record<string, string>> = {
  name: "The name",
  url: "The homepage URL",
  callback_urls: "The callback URLs",
  type: "The type",
};

/**
 * Reads the form of an application, with the rules of seeds and commands, and says what is wrong with it. `type` is
 * that of an application that is there already.
 */
export function readApplication(
  form: Parameters,
  type: ApplicationType = form.get(names.type) === "github" ? "github" : "oauth",
): { readonly values: ApplicationValues; readonly problem: string | undefined } {
  const values: ApplicationValues = {
    name: (form.get(names.name) ?? "").trim(),
    url: (form.get(names.url) ?? "").trim(),
    callbackUrls: (form.get(names.callbackUrls) ?? "").split(/\s+/).filter(Boolean),
    type,
    deviceFlow: form.has(names.deviceFlow),
    expireUserTokens: form.has(names.expireUserTokens),
  };
  return { values, problem: problemOf(values) };
}

function problemOf({ name, url, callbackUrls, type }: ApplicationValues): string | undefined {
  if (callbackUrls.length === 0) return "The callback URL is missing.";
  if (type === "oauth" && callbackUrls.length > 1) return "An OAuth application has one callback URL.";
  const problem = problemWith(applicationSchema, { name, url, callback_urls: callbackUrls, type }, "The application");
  return problem && `${problem.replace(/^(\w+)(?:\[(\d+)\])?/, toLabel)}.`;
}

/** Field of a message in the words of the form; `index` is that of an entry of the only list. */
function toLabel(_: string, field: string, index?: string): string {
  return index === undefined ? (labels[field] ?? field) : `Callback URL ${Number(index) + 1}`;
}

/** Fields of an application. The type is chosen once. */
export function ApplicationFields(props: { readonly values: ApplicationValues; readonly canChooseType?: boolean }) {
  const { values, canChooseType = false } = props;
  const { name, url, callbackUrls, type, deviceFlow, expireUserTokens } = values;
  return (
    <>
      {canChooseType && (
        <>
          <label for="oauth_application_type">Type</label>
          <select id="oauth_application_type" name={names.type}>
            <option value="oauth" selected={type === "oauth"}>
              OAuth application
            </option>
            <option value="github" selected={type === "github"}>
              GitHub App
            </option>
          </select>
        </>
      )}
      <label for="oauth_application_name">Application name</label>
      <input type="text" id="oauth_application_name" name={names.name} value={name} required />
      <label for="oauth_application_url">Homepage URL</label>
      <input type="url" id="oauth_application_url" name={names.url} value={url} required />
      <label for="oauth_application_callback_url">Authorization callback URL</label>
      <textarea
        id="oauth_application_callback_url"
        name={names.callbackUrls}
        rows={3}
        spellcheck={false}
        aria-describedby="callback_url_hint"
        required
      >
        {callbackUrls.join("\n")}
      </textarea>
      <p class="hint" id="callback_url_hint">
        Where users go after they decide. A GitHub App may have ten, one a line.
      </p>
      <Checkbox id="oauth_application_device_flow_enabled" name={names.deviceFlow} isOn={deviceFlow}>
        Enable the device flow
      </Checkbox>
      <Checkbox id="oauth_application_expire_user_tokens" name={names.expireUserTokens} isOn={expireUserTokens}>
        Expire user tokens after eight hours, and issue refresh tokens
      </Checkbox>
    </>
  );
}

function Checkbox(props: {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly children?: string;
}) {
  const { id, name, isOn, children } = props;
  return (
    <label class="choice">
      <input type="checkbox" id={id} name={name} value="1" checked={isOn} />
      <span>{children}</span>
    </label>
  );
}
