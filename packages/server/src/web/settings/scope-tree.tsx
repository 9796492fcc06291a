import { description } from "@grantbook/contract/description";
import type { Parameters } from "../../http/parameters.js";
import { describeScope } from "../scope-texts.js";

const includedBy: Readonly<Record<string, readonly string[]>> = description["x-scopes"];
const inner = new Set(Object.values(includedBy).flat());
const roots = Object.keys(includedBy).filter((scope) => !inner.has(scope));

/** Scopes that a form with a {@link ScopeTree} has chosen. */
export function readScopes(form: Parameters): readonly string[] {
  return Object.keys(includedBy).filter((scope) => form.has(fieldName(scope)));
}

/** All scopes as checkboxes, those that another one includes below it. */
export function ScopeTree({ chosen }: { readonly chosen: readonly string[] }) {
  return (
    <fieldset aria-describedby="scopes_hint">
      <legend>Scopes</legend>
      <p class="hint" id="scopes_hint">
        A scope includes those below it. Without any, a token reads public data only.
      </p>
      <ul class="tree">
        {roots.map((scope) => (
          <ScopeBranch scope={scope} chosen={chosen} />
        ))}
      </ul>
    </fieldset>
  );
}

function ScopeBranch({ scope, chosen }: { readonly scope: string; readonly chosen: readonly string[] }) {
  const children = includedBy[scope] ?? [];
  return (
    <li>
      <label class="choice">
        <input
          type="checkbox"
          id={`scope-${scope.replaceAll(":", "-")}`}
          name={fieldName(scope)}
          value="1"
          checked={chosen.includes(scope)}
        />
        <span>
          <code>{scope}</code> {describeScope(scope)}
        </span>
      </label>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <ScopeBranch scope={child} chosen={chosen} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Each has a name of its own: a parameter that is there twice is refused. */
function fieldName(scope: string): string {
  return `scopes[${scope}]`;
}
