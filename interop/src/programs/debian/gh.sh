# gh: signs in with a token, shows who is signed in, and calls the API.
. "$(dirname "$0")/check.sh"
export GH_CONFIG_DIR=$HOME/gh GH_NO_UPDATE_NOTIFIER=1 NO_COLOR=1 GH_PROMPT_DISABLED=1

token=$(curl --silent --cacert "$INTEROP_CERTIFICATE" --user "$INTEROP_login:$INTEROP_password" \
  "$INTEROP_baseUrl/authorizations" --data '{"note":"gh","scopes":["repo","read:org","gist"]}' |
  node -p 'JSON.parse(fs.readFileSync(0, "utf8")).token')

log_in() {
  printf '%s\n' "$token" | gh auth login --hostname "$INTEROP_host" --with-token
}

status() {
  local text
  text=$(gh auth status --hostname "$INTEROP_host" 2>&1)
  grep -q 'Token scopes: gist, read:org, repo' <<< "$text" || { printf '%s\n' "$text"; return 1; }
}

call() {
  [ "$(gh api --hostname "$INTEROP_host" user --jq .login)" = "$INTEROP_login" ]
}

missing_scope() {
  local narrow
  narrow=$(curl --silent --cacert "$INTEROP_CERTIFICATE" --user "$INTEROP_login:$INTEROP_password" \
    "$INTEROP_baseUrl/authorizations" --data '{"note":"narrow","scopes":["gist"]}' |
    node -p 'JSON.parse(fs.readFileSync(0, "utf8")).token')
  printf '%s\n' "$narrow" | gh auth login --hostname "$INTEROP_host" --with-token 2>&1 | grep "missing required scope"
}

# The user is at a browser elsewhere, and enters the code that gh prints.
device_flow() {
  export GH_CONFIG_DIR=$HOME/gh-device
  local code='' out=$HOME/gh-device.out
  printf '\n' | BROWSER=true gh auth login --hostname "$INTEROP_host" --web --git-protocol https > "$out" 2>&1 &
  local login=$!
  while [ -z "$code" ] && kill -0 $login; do
    code=$(grep -oE '[A-Z0-9]{4}-[A-Z0-9]{4}' "$out" || true)
    sleep 0.1
  done
  node --input-type=module -e "
    import { authorize } from '$(dirname "$0")/../browser.js';
    const { url } = await authorize('/login/device', { fields: { user_code: '$code' } });
    if (!url.pathname.endsWith('/success')) throw new Error(url);" || { kill $login; cat "$out"; return 1; }
  wait $login || { cat "$out"; return 1; }
  [ "$(gh api --hostname "$INTEROP_host" user --jq .login)" = "$INTEROP_login" ]
}

check meta/root "gh auth login --with-token accepts a token with its scopes" log_in
check users/get-authenticated "gh auth status shows the scopes of the token" status
check users/get-authenticated "gh api user" call
check meta/root "gh auth login --with-token names a scope that is missing" missing_scope
check "device flow" "gh auth login --web signs in with a code that is entered in a browser" device_flow
