// What the operator sets (P17): a file of `key = value` lines, over it the environment (MANDAT_KEY), over it the
// command line (--key value). An unknown key or a bad value is an error that names where it stands.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/matching/matching_rules.hpp"

namespace app {

inline constexpr base::Rule configuration_rules[] = {
    MANDAT_RULE("P17.configuration",
                "A file, over it the environment, over it the command line; printed with secrets hidden"),
};

class ConfigurationError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Configuration {
  std::filesystem::path dir = "var/mandat";
  std::string database = {};  // "sqlite:PATH", or a libpq conninfo; empty: sqlite in `dir`
  std::string listen = "127.0.0.1:8080";
  std::string public_url = {};  // what links in messages begin with; empty: http:// and `listen`
  std::string server_key = {};  // 64 hex digits; empty: `dir`/server.key, made at the first start
  std::string trusted_proxy = {};
  std::filesystem::path seal_certificate = {};  // PKCS#12; empty: seals are made with a key of `server_key`
  std::string seal_password = {};
  int workers = 4;
  int database_connections = 4;
  int session_hours = 12;  // P6: a session's whole life
  int session_idle_minutes = 120;
  std::string administrators_second_factor = "required";  // or "optional" (P6)

  std::string smtp_host = {};  // empty: no gateway for mail
  int smtp_port = 587;
  std::string smtp_tls = "starttls";  // or "tls", "none"
  std::string smtp_user = {};
  std::string smtp_password = {};
  std::string smtp_from = {};  // « Mandat <ne-pas-repondre@mandat.example.fr> »
  std::string smtp_ca_file = {};
  std::string returns_address = {};  // where mail comes back to; empty: the address of smtp_from
  std::string returns_url = {};      // pop3s://… of its box; empty: nobody reads it but people
  std::string returns_user = {};
  std::string returns_password = {};
  std::string returns_ca_file = {};
  std::string kannel_url = {};  // of sendsms; empty: no gateway for SMS
  std::string kannel_user = {};
  std::string kannel_password = {};
  std::string kannel_sender = {};
  std::string kannel_smsc = {};
  std::string kannel_ca_file = {};
  std::string kannel_report_url = {};           // where Kannel reaches this server; empty: public_url
  std::filesystem::path e_invoice_folder = {};  // where an approved platform fetches bills; empty: none is opened (P9)
  std::string e_invoice_since = {};             // the first day of the bills that it is given
  int gateway_timeout_seconds = 30;             // well within messages::send_lease

  works::matching::Ranking ranking = {};  // W11.weights

  std::string database_address() const;
  std::filesystem::path documents() const { return dir / "documents"; }
  std::filesystem::path uploads() const { return dir / "uploads"; }  // on the same file system as the documents
  std::string host() const;
  std::uint16_t port() const;
  std::string address_of_site() const;  // public_url, or its default
};

using Environment = std::function<const char*(const char* name)>;  // std::getenv

// `arguments`: the options after the command's name; `--config FILE` names the file (or MANDAT_CONFIG).
// What is no option is left in `rest`, in order. Throws ConfigurationError.
Configuration read_configuration(std::span<const std::string_view> arguments, const Environment& environment,
                                 std::vector<std::string_view>& rest);

std::string printed(const Configuration& configuration);  // "key = value" lines, secrets hidden
std::string option_help();                                // one line per key

}  // namespace app
