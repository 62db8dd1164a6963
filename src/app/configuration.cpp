#include "app/configuration.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace app {
namespace {

enum class Secrecy { open, secret };

// One row a key: how it is read, shown and explained.
struct Key {
  std::string_view name;
  std::string_view help;
  Secrecy secrecy;
  bool (*read)(Configuration&, std::string_view);  // false: the value is no good
  std::string (*show)(const Configuration&);
};

template <auto Member>
bool read_text(Configuration& configuration, std::string_view value) {
  configuration.*Member = value;
  return true;
}
template <auto Member>
std::string show_text(const Configuration& configuration) {
  return configuration.*Member;
}
bool read_number(int& number, std::string_view value, int least, int most) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() && least <= number && number <= most;
}
template <auto Member, int Most>
bool read_count(Configuration& configuration, std::string_view value) {
  return read_number(configuration.*Member, value, 1, Most);
}
template <auto Member>
std::string show_count(const Configuration& configuration) {
  return std::to_string(configuration.*Member);
}

using works::tradesman::Weights;
template <auto Member>
bool read_weight(Configuration& configuration, std::string_view value) {
  return read_number(configuration.ranking.weights.*Member, value, 0, works::tradesman::whole_rating);
}
template <auto Member>
std::string show_weight(const Configuration& configuration) {
  return std::to_string(configuration.ranking.weights.*Member);
}
constexpr int largest_step_m = 150'000;  // as far as any radius

std::optional<std::uint16_t> port_of(std::string_view listen) {
  const auto colon = listen.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
  if (error != std::errc() || end != listen.data() + listen.size()) return std::nullopt;
  return port;
}

bool read_listen(Configuration& configuration, std::string_view value) {
  configuration.listen = value;
  return port_of(value).has_value();
}

template <auto Member>
bool read_url(Configuration& configuration, std::string_view value) {
  configuration.*Member = value;
  return (value.starts_with("https://") || value.starts_with("http://")) && !value.ends_with('/');
}

bool read_box(Configuration& configuration, std::string_view value) {
  configuration.returns_url = value;
  const auto host = value.find("://");
  const bool box = value.starts_with("pop3s://") || value.starts_with("pop3://");
  return box && value.size() > host + 3 && value.find_first_of("/@?# ", host + 3) == std::string_view::npos;
}

bool read_tls(Configuration& configuration, std::string_view value) {
  configuration.smtp_tls = value;
  return value == "starttls" || value == "tls" || value == "none";
}

bool read_server_key(Configuration& configuration, std::string_view value) {
  constexpr std::size_t digits = 64;
  configuration.server_key = value;
  return value.size() == digits && value.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool read_second_factor(Configuration& configuration, std::string_view value) {
  configuration.administrators_second_factor = value;
  return value == "required" || value == "optional";
}

using C = Configuration;
constexpr Key keys[] = {
    {"dir", "folder of the database, the documents and the server key", Secrecy::open,
     [](C& c, std::string_view v) { return c.dir = v, !v.empty(); }, [](const C& c) { return c.dir.string(); }},
    {"database", "sqlite:PATH or a PostgreSQL conninfo (default: sqlite in dir)", Secrecy::secret,
     read_text<&C::database>, show_text<&C::database>},
    {"listen", "address and port to listen on", Secrecy::open, read_listen, show_text<&C::listen>},
    {"public_url", "what links in messages begin with", Secrecy::open, read_url<&C::public_url>,
     show_text<&C::public_url>},
    {"server_key", "64 hex digits that sign links, the same on every server (default: dir/server.key)", Secrecy::secret,
     read_server_key, show_text<&C::server_key>},
    {"trusted_proxy", "address of the proxy whose X-Forwarded headers are believed", Secrecy::open,
     read_text<&C::trusted_proxy>, show_text<&C::trusted_proxy>},
    {"seal_certificate", "PKCS#12 file that signed policies are sealed with (default: a key of server_key)",
     Secrecy::open, [](C& c, std::string_view v) { return c.seal_certificate = v, true; },
     [](const C& c) { return c.seal_certificate.string(); }},
    {"seal_password", "password of that file", Secrecy::secret, read_text<&C::seal_password>,
     show_text<&C::seal_password>},
    {"e_invoice_folder", "folder from which an approved platform fetches bills (none: e-invoicing is off)",
     Secrecy::open, [](C& c, std::string_view v) { return c.e_invoice_folder = v, true; },
     [](const C& c) { return c.e_invoice_folder.string(); }},
    {"e_invoice_since", "first day of the bills that it is given: 2027-09-01", Secrecy::open,
     read_text<&C::e_invoice_since>, show_text<&C::e_invoice_since>},
    {"workers", "threads that answer requests", Secrecy::open, read_count<&C::workers, 256>, show_count<&C::workers>},
    {"database_connections", "reading connections, or the PostgreSQL pool", Secrecy::open,
     read_count<&C::database_connections, 256>, show_count<&C::database_connections>},
    {"session_hours", "longest life of a session", Secrecy::open, read_count<&C::session_hours, 720>,
     show_count<&C::session_hours>},
    {"session_idle_minutes", "life of a session that is not used", Secrecy::open,
     read_count<&C::session_idle_minutes, 43200>, show_count<&C::session_idle_minutes>},
    {"smtp_host", "server that takes our mail (none: mail has no gateway)", Secrecy::open, read_text<&C::smtp_host>,
     show_text<&C::smtp_host>},
    {"smtp_port", "its port", Secrecy::open, read_count<&C::smtp_port, 65535>, show_count<&C::smtp_port>},
    {"smtp_tls", "starttls, tls (from the first byte) or none", Secrecy::open, read_tls, show_text<&C::smtp_tls>},
    {"smtp_user", "account for AUTH", Secrecy::open, read_text<&C::smtp_user>, show_text<&C::smtp_user>},
    {"smtp_password", "its password", Secrecy::secret, read_text<&C::smtp_password>, show_text<&C::smtp_password>},
    {"smtp_from", "who mails are from: an address, or \"Name <address>\"", Secrecy::open, read_text<&C::smtp_from>,
     show_text<&C::smtp_from>},
    {"smtp_ca_file", "certificates to trust instead of the system's", Secrecy::open, read_text<&C::smtp_ca_file>,
     show_text<&C::smtp_ca_file>},
    {"returns_address", "where mail comes back to (default: the address of smtp_from)", Secrecy::open,
     read_text<&C::returns_address>, show_text<&C::returns_address>},
    {"returns_url", "its box, pop3s://HOST, or pop3://HOST with STLS (none: people read it)", Secrecy::open, read_box,
     show_text<&C::returns_url>},
    {"returns_user", "account of the box", Secrecy::open, read_text<&C::returns_user>, show_text<&C::returns_user>},
    {"returns_password", "its password", Secrecy::secret, read_text<&C::returns_password>,
     show_text<&C::returns_password>},
    {"returns_ca_file", "certificates to trust instead of the system's", Secrecy::open, read_text<&C::returns_ca_file>,
     show_text<&C::returns_ca_file>},
    {"kannel_url", "address of Kannel's sendsms (none: SMS have no gateway)", Secrecy::open, read_url<&C::kannel_url>,
     show_text<&C::kannel_url>},
    {"kannel_user", "sendsms-user", Secrecy::open, read_text<&C::kannel_user>, show_text<&C::kannel_user>},
    {"kannel_password", "its password", Secrecy::secret, read_text<&C::kannel_password>,
     show_text<&C::kannel_password>},
    {"kannel_sender", "who an SMS is from: at most 11 letters, or a number", Secrecy::open,
     read_text<&C::kannel_sender>, show_text<&C::kannel_sender>},
    {"kannel_smsc", "smsc-id to send by (none: Kannel chooses)", Secrecy::open, read_text<&C::kannel_smsc>,
     show_text<&C::kannel_smsc>},
    {"kannel_ca_file", "certificates to trust instead of the system's", Secrecy::open, read_text<&C::kannel_ca_file>,
     show_text<&C::kannel_ca_file>},
    {"kannel_report_url", "where Kannel reaches this server with its reports (default: public_url)", Secrecy::open,
     read_url<&C::kannel_report_url>, show_text<&C::kannel_report_url>},
    {"gateway_timeout_seconds", "how long a gateway may take for one message", Secrecy::open,
     read_count<&C::gateway_timeout_seconds, 90>, show_count<&C::gateway_timeout_seconds>},
    {"administrators_second_factor", "required or optional: a second factor for administrators' accounts",
     Secrecy::open, read_second_factor, show_text<&C::administrators_second_factor>},
    {"ranking_response_rate", "what a firm's response rate is worth in its rating, of 1000", Secrecy::open,
     read_weight<&Weights::response_rate>, show_weight<&Weights::response_rate>},
    {"ranking_response_speed", "its response speed", Secrecy::open, read_weight<&Weights::response_speed>,
     show_weight<&Weights::response_speed>},
    {"ranking_closures", "its jobs brought to their end", Secrecy::open, read_weight<&Weights::closures>,
     show_weight<&Weights::closures>},
    {"ranking_load", "its being free of jobs", Secrecy::open, read_weight<&Weights::load>, show_weight<&Weights::load>},
    {"ranking_idleness", "its time without a request (the five add up to 1000)", Secrecy::open,
     read_weight<&Weights::idleness>, show_weight<&Weights::idleness>},
    {"ranking_distance_step_m", "metres within which the rating decides before the distance", Secrecy::open,
     [](C& c, std::string_view v) { return read_number(c.ranking.step_m, v, 1, largest_step_m); },
     [](const C& c) { return std::to_string(c.ranking.step_m); }},
};

const Key* find_key(std::string_view name) {
  const auto* found = std::find_if(std::begin(keys), std::end(keys), [&](const Key& key) { return key.name == name; });
  return found == std::end(keys) ? nullptr : found;
}

void set(Configuration& configuration, std::string_view name, std::string_view value, std::string_view where) {
  const Key* key = find_key(name);
  if (key == nullptr) throw ConfigurationError(fmt::format("{}: unknown key '{}'", where, name));
  if (!key->read(configuration, value)) throw ConfigurationError(fmt::format("{}: bad value for '{}'", where, name));
}

void read_file(Configuration& configuration, const std::string& path) {
  std::ifstream file(path);
  if (!file) throw ConfigurationError(path + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    const std::string_view text = base::trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    const std::string where = fmt::format("{}:{}", path, number);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) throw ConfigurationError(where + ": expected key = value");
    set(configuration, base::trim(text.substr(0, equals)), base::trim(text.substr(equals + 1)), where);
  }
}

std::string variable(std::string_view key) {
  std::string name("MANDAT_");
  for (const char c : key) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

void read_environment(Configuration& configuration, const Environment& environment) {
  for (const Key& key : keys) {
    const std::string name = variable(key.name);
    if (const char* value = environment(name.c_str())) set(configuration, key.name, value, name);
  }
}

struct Option {
  std::string_view name, value;
};

// `--key value` and `--key=value`; dashes inside a key stand for its underscores.
std::vector<Option> split_options(std::span<const std::string_view> arguments, std::vector<std::string_view>& rest) {
  std::vector<Option> options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view argument = arguments[i];
    if (!argument.starts_with("--")) {
      rest.push_back(argument);
      continue;
    }
    argument.remove_prefix(2);
    if (const auto equals = argument.find('='); equals != std::string_view::npos) {
      options.push_back({argument.substr(0, equals), argument.substr(equals + 1)});
    } else if (i + 1 < arguments.size()) {
      options.push_back({argument, arguments[++i]});
    } else {
      throw ConfigurationError(fmt::format("--{}: a value is missing", argument));
    }
  }
  return options;
}

}  // namespace

std::string Configuration::database_address() const {
  return database.empty() ? "sqlite:" + (dir / "mandat.db").string() : database;
}

std::string Configuration::host() const {
  std::string_view host = std::string_view(listen).substr(0, listen.rfind(':'));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);  // IPv6
  return std::string(host);
}

std::uint16_t Configuration::port() const { return port_of(listen).value(); }

std::string Configuration::address_of_site() const { return public_url.empty() ? "http://" + listen : public_url; }

Configuration read_configuration(std::span<const std::string_view> arguments, const Environment& environment,
                                 std::vector<std::string_view>& rest) {
  const std::vector<Option> options = split_options(arguments, rest);
  Configuration configuration;
  const char* named = environment("MANDAT_CONFIG");
  std::string file = named == nullptr ? "" : named;
  for (const Option& option : options)
    if (option.name == "config") file = option.value;
  if (!file.empty()) read_file(configuration, file);
  read_environment(configuration, environment);
  for (const Option& option : options) {
    if (option.name == "config") continue;
    std::string name(option.name);
    std::replace(name.begin(), name.end(), '-', '_');
    set(configuration, name, option.value, "--" + std::string(option.name));
  }
  if (const int sum = configuration.ranking.weights.sum(); sum != works::tradesman::whole_rating)
    throw ConfigurationError(
        fmt::format("ranking_response_rate, ranking_response_speed, ranking_closures, ranking_load "
                    "and ranking_idleness add up to {} instead of {}",
                    sum, works::tradesman::whole_rating));
  return configuration;
}

std::string printed(const Configuration& configuration) {
  std::string text;
  for (const Key& key : keys) {
    const std::string value = key.show(configuration);
    const bool hidden = key.secrecy == Secrecy::secret && !value.empty();
    text += fmt::format("{} = {}\n", key.name, hidden ? "(hidden)" : value);
  }
  return text;
}

std::string option_help() {
  std::string text;
  for (const Key& key : keys) text += fmt::format("  --{:<22} {}\n", key.name, key.help);
  return text;
}

}  // namespace app
