# Checks for programs in bash: `check OPERATION EXPECTED COMMAND …` prints one line of JSON with the outcome.
check() {
  local operation=$1 expected=$2 output error=null
  shift 2
  if ! output=$("$@" 2>&1); then error=$(printf '%s' "${output: -500}" | /usr/bin/env node -p 'JSON.stringify(fs.readFileSync(0, "utf8") || "failed")'); fi
  printf '\n{"interop":true,"operation":"%s","expected":"%s"%s}\n' "$operation" "$expected" \
    "$([ "$error" = null ] || printf ',"error":%s' "$error")"
}

# The one-time code of the moment.
one_time_code() {
  node --input-type=module -e "import { oneTimeCode } from '$(dirname "${BASH_SOURCE[0]}")/../check.js'; console.log(oneTimeCode('$INTEROP_otpSecret'))"
}
