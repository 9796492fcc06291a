# omniauth-github: the middleware of Rack applications, called without a web server.
require "json"
require "omniauth-github"
require "rack"

SETTINGS = JSON.parse(ENV.fetch("INTEROP"))

OmniAuth.config.full_host = "http://127.0.0.1"
OmniAuth.config.logger.level = Logger::FATAL
# The form of the sign-in page, and its token, are the application's; there is none here.
OmniAuth.config.request_validation_phase = nil
OmniAuth.config.on_failure = lambda do |env|
  error = env["omniauth.error"]
  [401, {}, [JSON.generate(error: "#{env["omniauth.error.type"]} #{error&.message}")]]
end

application = Rack::Builder.app do
  use OmniAuth::Strategies::GitHub, SETTINGS["clientId"], SETTINGS["clientSecret"],
      callback_path: "/callback", scope: "read:user,user:email",
      client_options: { site: "#{SETTINGS["baseUrl"]}/", authorize_url: "#{SETTINGS["site"]}/login/oauth/authorize",
                        token_url: "#{SETTINGS["site"]}/login/oauth/access_token" }
  run lambda { |env|
    auth = env["omniauth.auth"]
    raise "signed in as #{auth.info.nickname}" unless auth.info.nickname == SETTINGS["login"]
    [200, {}, [JSON.generate(token: auth.credentials.token)]]
  }
end

session = {}
$stdin.each_line(chomp: true) do |line|
  name, url = line.split(" ", 2)
  method, path = name == "start" ? ["POST", "/auth/github"] : ["GET", url]
  _, headers, body = application.call(Rack::MockRequest.env_for(path, method: method, "rack.session" => session))
  text = body.respond_to?(:join) ? body.join : body.each.to_a.join
  puts name == "start" ? JSON.generate(url: headers["Location"]) : text
rescue StandardError => e
  puts JSON.generate(error: "#{e.class}: #{e.message}")
ensure
  $stdout.flush
end
