// What a server's report on a mail says (RFC 3464): read from the few lines that the format gives in plain text,
// whatever else the mail holds. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rule.hpp"

namespace gateways {

inline constexpr base::Rule returned_mail_rules[] = {
    MANDAT_RULE(
        "P5.returns_box",
        "A report that one of our mails was not delivered (RFC 3464) is taken from the box of returns by itself, "
        "told by the secret in the mail's Message-ID; everything else stays in the box, for people."),
    MANDAT_RULE(
        "P5.returns_policy",
        "A report that blames the mail or a policy (its size, its content, 5.7.x) makes it a dead letter, its address "
        "is not at fault; one that only tells of a delay changes nothing."),
};

struct MailReport {
  std::string message_id;                                    // of the mail it is about, without its angle brackets
  enum class Fate { returned, unwelcome, on_its_way } fate;  // unwelcome: no fault of its address
  std::string words;  // what the recipient's server said, as it stands; may be empty
};

// None when it is no such report, or does not hold the head of the mail it is about.
std::optional<MailReport> read_mail_report(std::string_view mail);

}  // namespace gateways
