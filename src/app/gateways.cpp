#include "app/gateways.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "base/identifiers.hpp"
#include "base/log.hpp"

namespace app {
namespace {

using Tls = gateways::SmtpSettings::Tls;

[[noreturn]] void complain(std::string_view key, std::string_view what) {
  throw ConfigurationError(fmt::format("{}: {}", key, what));
}

void need(std::string_view key, const std::string& value, std::string_view because) {
  if (value.empty()) complain(key, fmt::format("needed, since {} is set", because));
}

void none_without(std::string_view leader, std::initializer_list<std::pair<std::string_view, bool>> keys) {
  for (const auto& [key, set] : keys)
    if (set) complain(key, fmt::format("set, but {} is not", leader));
}

bool on_this_machine(const std::string& host) {
  in_addr address{};
  const bool loopback = ::inet_pton(AF_INET, host.c_str(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
  return loopback || host == "localhost" || host == "::1" || host == "[::1]";
}

std::string host_of(std::string_view url) {
  url.remove_prefix(std::min(url.size(), url.find("://") + 3));
  url = url.substr(0, url.find('/'));
  if (url.starts_with('[')) return std::string(url.substr(0, url.find(']') + 1));
  return std::string(url.substr(0, url.find(':')));
}

// Links in messages and the addresses of reports begin with it: a default would lead nowhere.
void need_public_url(const Configuration& configuration, std::string_view because) {
  need("public_url", configuration.public_url, because);
}

void check_file(std::string_view key, const std::string& path) {
  if (!path.empty() && ::access(path.c_str(), R_OK) != 0) complain(key, path + " cannot be read");
}

// What phones show as the sender: 11 characters of GSM-7, or 15 digits (3GPP TS 23.040 § 9.1.2.5).
bool sender_shown(std::string_view sender) {
  const auto all = [&](auto fits) { return std::all_of(sender.begin(), sender.end(), fits); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (all(digit)) return sender.size() <= 15;
  return sender.size() <= 11 &&
         all([&](char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' '; });
}

Tls tls_of(const std::string& text) {
  return text == "none" ? Tls::none : text == "tls" ? Tls::immediate : Tls::starttls;
}

}  // namespace

std::optional<gateways::SmtpSettings> smtp_settings(const Configuration& c, std::string_view server_key) {
  if (c.smtp_host.empty()) {
    none_without("smtp_host", {{"smtp_from", !c.smtp_from.empty()},
                               {"smtp_user", !c.smtp_user.empty()},
                               {"smtp_password", !c.smtp_password.empty()},
                               {"smtp_ca_file", !c.smtp_ca_file.empty()},
                               {"returns_address", !c.returns_address.empty()},
                               {"returns_url", !c.returns_url.empty()}});
    return std::nullopt;
  }
  need("smtp_from", c.smtp_from, "smtp_host");
  need_public_url(c, "smtp_host");
  if (!c.smtp_user.empty()) need("smtp_password", c.smtp_password, "smtp_user");
  if (!c.smtp_password.empty()) need("smtp_user", c.smtp_user, "smtp_password");
  const auto from = gateways::Mailbox::parse(c.smtp_from);
  if (!from) complain("smtp_from", "expected an address, or « Name <address> »");
  const auto returns_to = base::EmailAddress::parse(c.returns_address);
  if (!returns_to && !c.returns_address.empty()) complain("returns_address", "expected an address");
  const Tls tls = tls_of(c.smtp_tls);
  if (tls == Tls::none && !c.smtp_user.empty() && !on_this_machine(c.smtp_host))
    complain("smtp_tls", "none would send smtp_password in clear to " + c.smtp_host);
  check_file("smtp_ca_file", c.smtp_ca_file);
  return gateways::SmtpSettings{.host = c.smtp_host,
                                .port = static_cast<std::uint16_t>(c.smtp_port),
                                .tls = tls,
                                .user = c.smtp_user,
                                .password = c.smtp_password,
                                .from = *from,
                                .returns_to = returns_to ? returns_to->text() : std::string(),
                                .server_key = std::string(server_key),
                                .ca_file = c.smtp_ca_file,
                                .timeout = std::chrono::seconds{c.gateway_timeout_seconds}};
}

std::optional<gateways::ReturnsBoxSettings> returns_settings(const Configuration& c, std::string_view server_key) {
  using Tls = gateways::ReturnsBoxSettings::Tls;
  if (c.returns_url.empty()) {
    none_without("returns_url", {{"returns_user", !c.returns_user.empty()},
                                 {"returns_password", !c.returns_password.empty()},
                                 {"returns_ca_file", !c.returns_ca_file.empty()}});
    return std::nullopt;
  }
  need("returns_user", c.returns_user, "returns_url");
  need("returns_password", c.returns_password, "returns_url");
  check_file("returns_ca_file", c.returns_ca_file);
  const bool in_clear = c.returns_url.starts_with("pop3://") && on_this_machine(host_of(c.returns_url));
  return gateways::ReturnsBoxSettings{.url = c.returns_url,
                                      .tls = in_clear ? Tls::none : Tls::required,
                                      .user = c.returns_user,
                                      .password = c.returns_password,
                                      .ca_file = c.returns_ca_file,
                                      .server_key = std::string(server_key),
                                      .timeout = std::chrono::seconds{c.gateway_timeout_seconds}};
}

std::optional<gateways::KannelSettings> kannel_settings(const Configuration& c, std::string_view server_key) {
  if (c.kannel_url.empty()) {
    none_without("kannel_url", {{"kannel_user", !c.kannel_user.empty()},
                                {"kannel_password", !c.kannel_password.empty()},
                                {"kannel_sender", !c.kannel_sender.empty()},
                                {"kannel_smsc", !c.kannel_smsc.empty()},
                                {"kannel_ca_file", !c.kannel_ca_file.empty()},
                                {"kannel_report_url", !c.kannel_report_url.empty()}});
    return std::nullopt;
  }
  need("kannel_user", c.kannel_user, "kannel_url");
  need("kannel_password", c.kannel_password, "kannel_url");
  need("kannel_sender", c.kannel_sender, "kannel_url");
  if (!sender_shown(c.kannel_sender)) complain("kannel_sender", "expected at most 11 letters and digits, or a number");
  need_public_url(c, "kannel_url");
  if (c.kannel_url.starts_with("http://") && !on_this_machine(host_of(c.kannel_url)))
    complain("kannel_url", "http would send kannel_password in clear to " + host_of(c.kannel_url) + ": use https");
  check_file("kannel_ca_file", c.kannel_ca_file);
  return gateways::KannelSettings{
      .url = c.kannel_url,
      .user = c.kannel_user,
      .password = c.kannel_password,
      .sender = c.kannel_sender,
      .smsc = c.kannel_smsc,
      .report_url = c.kannel_report_url.empty() ? c.public_url : c.kannel_report_url,
      .server_key = std::string(server_key),
      .ca_file = c.kannel_ca_file,
      .timeout = std::chrono::seconds{c.gateway_timeout_seconds},
  };
}

ConfiguredGateways::ConfiguredGateways(const Configuration& configuration, std::string_view server_key) {
  const auto smtp = smtp_settings(configuration, server_key);
  const auto kannel = kannel_settings(configuration, server_key);
  if (!smtp && !kannel) {
    mail_ = std::make_unique<messages::OutboxTransport>();
    sms_ = std::make_unique<messages::OutboxTransport>();
    return;
  }
  mail_name_ = smtp ? "smtp" : "none";
  sms_name_ = kannel ? "kannel" : "none";
  if (smtp)
    mail_ = std::make_unique<gateways::SmtpTransport>(*smtp);
  else
    mail_ = std::make_unique<messages::NoGateway>();
  if (kannel)
    sms_ = std::make_unique<gateways::KannelTransport>(*kannel);
  else
    sms_ = std::make_unique<messages::NoGateway>();
}

Recurring returns_reader(platform::Platform& platform, const messages::Listeners& listeners,
                         gateways::ReturnsBoxSettings settings) {
  using std::chrono::seconds;
  static constexpr seconds between{300};
  auto box = std::make_shared<gateways::ReturnsBox>(std::move(settings));
  return {"returned_mail_unread", {seconds{0}, between}, [&platform, &listeners, box] {
            const auto [reports, left, more] = box->read(platform, listeners);
            if (reports > 0 || left > 0)
              base::log(base::Severity::info, "returned_mail",
                        {{"reports", std::to_string(reports)}, {"left_in_box", std::to_string(left)}});
            return more ? seconds{0} : between;
          }};
}

}  // namespace app
