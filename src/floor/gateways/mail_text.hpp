// The words of a mail's head as the network takes them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace gateways {

// « Mandat <ne-pas-repondre@mandat.example.fr> », or the address alone.
struct Mailbox {
  std::string name;
  std::string address;

  static std::optional<Mailbox> parse(std::string_view text);
  std::string domain() const { return address.substr(address.rfind('@') + 1); }
};

// RFC 2047, "Q": as it stands when it is plain ASCII, else encoded words, each on a line of its own.
std::string encoded_words(std::string_view text);
// Of an attachment (RFC 2183), its name as RFC 2231 has it where it is not plain.
std::string disposition(std::string_view filename);
std::string mail_date(base::Instant instant);  // RFC 5322: Mon, 23 Nov 2026 09:00:00 +0000
std::string with_crlf(std::string_view text);

}  // namespace gateways
