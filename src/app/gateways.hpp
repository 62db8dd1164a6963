// The gateways that the configuration names (P5): each channel by itself.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "app/configuration.hpp"
#include "app/recurring.hpp"
#include "floor/gateways/kannel.hpp"
#include "floor/gateways/returns_box.hpp"
#include "floor/gateways/smtp.hpp"

namespace app {

inline constexpr base::Rule gateway_rules[] = {
    MANDAT_RULE(
        "P17.gateways",
        "Gateways are set by smtp_…, returns_… and kannel_…, each channel by itself; what is missing, contradictory or "
        "would send a password in clear stops the start and says which key"),
};

// Null when the channel has none. Throws ConfigurationError when what is set does not make one.
std::optional<gateways::SmtpSettings> smtp_settings(const Configuration& configuration, std::string_view server_key);
std::optional<gateways::ReturnsBoxSettings> returns_settings(const Configuration& configuration,
                                                             std::string_view server_key);
std::optional<gateways::KannelSettings> kannel_settings(const Configuration& configuration,
                                                        std::string_view server_key);

// With no gateway at all every message is kept here and shown; with one, the other channel's messages are dead letters
// (P5.no_gateway).
class ConfiguredGateways {
 public:
  ConfiguredGateways(const Configuration& configuration, std::string_view server_key);

  messages::Gateways get() const { return {*mail_, *sms_}; }
  std::string_view mail() const { return mail_name_; }  // for the log: "smtp", "none", "outbox page"
  std::string_view sms() const { return sms_name_; }

 private:
  std::unique_ptr<messages::Transport> mail_, sms_;
  std::string_view mail_name_ = "outbox page", sms_name_ = "outbox page";
};

// Reads the box of returns every few minutes.
Recurring returns_reader(platform::Platform& platform, const messages::Listeners& listeners,
                         gateways::ReturnsBoxSettings settings);

}  // namespace app
