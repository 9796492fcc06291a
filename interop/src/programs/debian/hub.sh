# hub: makes a token with login and password at its first request, and asks for a one-time code on the way.
. "$(dirname "$0")/check.sh"
export GITHUB_HOST=$INTEROP_host HUB_CONFIG=$HOME/hub

first_request() {
  GITHUB_USER=$INTEROP_login GITHUB_PASSWORD=$INTEROP_password hub api --flat user | grep -q "^.login	$INTEROP_login\$"
  grep -q 'oauth_token: ghp_' "$HUB_CONFIG"
}

two_factor() {
  rm -f "$HUB_CONFIG"
  one_time_code | GITHUB_USER=$INTEROP_otpLogin GITHUB_PASSWORD=$INTEROP_password hub api --flat user |
    grep ".login	$INTEROP_otpLogin\$"
}

second_token() {
  rm -f "$HUB_CONFIG"
  first_request
}

wrong_password() {
  rm -f "$HUB_CONFIG"
  GITHUB_USER=$INTEROP_login GITHUB_PASSWORD=wrong hub api user 2>&1 < /dev/null | grep 'Bad credentials'
}

check oauth-authorizations/create-authorization "a token, with which the user is read" first_request
check oauth-authorizations/create-authorization "another token under another note, as the first is in use" second_token
check oauth-authorizations/create-authorization "a token after a one-time code was asked for" two_factor
check oauth-authorizations/create-authorization "Bad credentials for a wrong password" wrong_password
