# octokit.rb 4: GitHub's own client for Ruby.
require "json"
require "octokit"

SETTINGS = JSON.parse(ENV.fetch("INTEROP"))

def check(operation, expected)
  error = nil
  begin
    yield
  rescue StandardError, SystemExit => e
    error = "#{e.class}: #{e.message}"
  end
  puts "\n#{JSON.generate({ interop: true, operation: operation, expected: expected, error: error }.compact)}"
end

def equal(actual, expected)
  raise "got #{actual.inspect} instead of #{expected.inspect}" unless actual == expected
end

def fails_with(error)
  yield
  raise "nothing was raised instead of #{error}"
rescue error => e
  e
end

def one_time_code
  digits = SETTINGS["otpSecret"].chars.map { |letter| "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".index(letter) }
  key = [digits.map { |digit| digit.to_s(2).rjust(5, "0") }.join].pack("B*")
  digest = OpenSSL::HMAC.digest("SHA1", key, [Time.now.to_i / 30].pack("Q>"))
  offset = digest.bytes.last & 15
  format("%06d", (digest[offset, 4].unpack1("N") & 0x7fffffff) % 1_000_000)
end

Octokit.configure { |c| c.api_endpoint = "#{SETTINGS["baseUrl"]}/" }
login, password = SETTINGS.values_at("login", "password")
user = Octokit::Client.new(login: login, password: password)
application = Octokit::Client.new(client_id: SETTINGS["clientId"], client_secret: SETTINGS["clientSecret"])
list = "oauth-authorizations/list-authorizations"
create = "oauth-authorizations/create-authorization"
made = nil

check(create, "an authorization with its token") do
  made = user.create_authorization(scopes: ["repo"], note: "octokit.rb")
  raise "token #{made.token.inspect}" unless made.token.match?(/\Aghp_\w{36}\z/)
  equal(made.scopes, ["repo"])
end
check(list, "70 over pages, each once") do
  69.times { |number| user.create_authorization(note: "octokit.rb #{number}") }
  user.auto_paginate = true
  equal(user.authorizations.map(&:id).uniq.length, 70)
end
check("oauth-authorizations/get-authorization", "the authorization without its token") do
  found = user.authorization(made.id)
  equal([found.note, found.token], ["octokit.rb", ""])
end
check("oauth-authorizations/get-authorization", "304 for the ETag it was given") do
  user.authorization(made.id)
  etag = user.last_response.headers["ETag"]
  user.authorization(made.id, headers: { "If-None-Match" => etag })
  equal(user.last_response.status, 304)
end
check("oauth-authorizations/update-authorization", "one scope more") do
  equal(user.update_authorization(made.id, add_scopes: ["gist"]).scopes.sort, %w[gist repo])
end
check("oauth-authorizations/delete-authorization", "true, and NotFound afterwards") do
  equal(user.delete_authorization(made.id), true)
  fails_with(Octokit::NotFound) { user.authorization(made.id) }
end
token = nil
app = { client_id: SETTINGS["clientId"], client_secret: SETTINGS["clientSecret"], scopes: ["user"], idempotent: true }
check("oauth-authorizations/get-or-create-authorization-for-app", "the same authorization when asked again") do
  first = user.create_authorization(app)
  token = first.token
  again = user.create_authorization(app)
  equal([again.id, again.token], [first.id, ""])
end
check("oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint", "one for a fingerprint") do
  equal(user.create_authorization(app.merge(fingerprint: "laptop")).fingerprint, "laptop")
end
check("users/get-authenticated", "the scopes of a token") { equal(user.scopes(token), ["user"]) }
check("apps/check-token", "the token with its user") { equal(application.check_token(token).user.login, login) }
check("apps/reset-token", "another token") do
  old = token
  token = application.reset_token(old).token
  fails_with(Octokit::NotFound) { application.check_token(old) }
end
check("apps/delete-token", "true, and NotFound afterwards") do
  equal(application.delete_app_token(token), true)
  fails_with(Octokit::NotFound) { application.check_token(token) }
end
check("apps/delete-authorization", "true for the whole grant") do
  token = user.create_authorization(app.merge(fingerprint: "phone")).token
  equal(application.delete_app_authorization(token), true)
end
check("meta/get", "an application reads what is public") { application.meta }
check(list, "Unauthorized for a wrong password") do
  fails_with(Octokit::Unauthorized) { Octokit::Client.new(login: login, password: "wrong").authorizations }
end
check(create, "UnprocessableEntity for a note in use") do
  error = fails_with(Octokit::UnprocessableEntity) { user.create_authorization(note: "octokit.rb 1") }
  raise error.message unless error.errors.first[:code] == "already_exists"
end
check(create, "OneTimePasswordRequired, then a token") do
  guarded = Octokit::Client.new(login: SETTINGS["otpLogin"], password: password)
  error = fails_with(Octokit::OneTimePasswordRequired) { guarded.create_authorization(note: "two-factor") }
  equal(error.password_delivery, "app")
  headers = { "X-GitHub-OTP" => one_time_code }
  raise "no token" unless guarded.create_authorization(note: "two-factor", headers: headers).token.start_with?("ghp_")
end
