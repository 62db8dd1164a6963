// What an SMTP server's answers mean for a mail (RFC 5321 § 4.2, § 4.3.2).
#pragma once

#include <string>
#include <string_view>

#include "base/rule.hpp"
#include "floor/messages/faults.hpp"

namespace gateways {

inline constexpr base::Rule smtp_rules[] = {
    MANDAT_RULE(
        "P5.smtp",
        "A mail is refused for good by a 5xx about its recipient or its content, and tried again after a 4xx; "
        "whatever stops the server before them stops the gateway. Silence after the content leaves it unknown."),
    MANDAT_RULE(
        "P5.smtp_policy",
        "A recipient refused by the server's policy (5.7.x) is a dead letter, but its address is not at fault."),
};

// How far the talk with the server has come.
enum class SmtpStage {
  opening,    // connection, greeting, EHLO, STARTTLS
  sign_in,    // AUTH
  sender,     // MAIL FROM
  recipient,  // RCPT TO
  content,    // DATA and what follows
};
enum class SmtpTrouble { none, encryption, sign_in };  // what the client saw by itself

struct SmtpTalk {
  SmtpStage stage = SmtpStage::opening;
  int reply = 0;  // to the last command; 0: none came
  SmtpTrouble trouble = SmtpTrouble::none;
  std::string words = {};  // of the reply
};

// Of a talk that did not end well.
messages::Answer judge_smtp(const SmtpTalk& talk);

}  // namespace gateways
