#include "floor/gateways/smtp_rules.hpp"

namespace gateways {

using messages::Answer;
using messages::Fault;
using messages::Sent;

namespace {

constexpr int closing = 421, full = 452, too_large = 552, sign_in_first = 530;

bool temporary(int reply) { return reply >= 400 && reply < 500; }
bool permanent(int reply) { return reply >= 500 && reply < 600; }

// A server that announces its limit is told the size with the sender.
Answer about_sender(const SmtpTalk& talk) {
  if (talk.reply == too_large) return {Sent::refused, Fault::too_large, talk.words};
  if (talk.reply == full) return {Sent::delayed, Fault::recipient_later, talk.words};
  if (talk.reply == sign_in_first) return {Sent::down, Fault::credentials, talk.words};
  return {Sent::down, permanent(talk.reply) ? Fault::sender : Fault::busy, talk.words};
}

// « 550 5.7.1 … »: security or policy (RFC 3463 § 3.8), which says nothing of the mailbox.
bool of_policy(std::string_view words) { return words.size() > 4 && words.substr(4).starts_with("5.7."); }

Answer about_recipient(const SmtpTalk& talk) {
  if (permanent(talk.reply) && of_policy(talk.words)) return {Sent::refused, Fault::unwelcome, talk.words};
  if (permanent(talk.reply)) return {Sent::refused, Fault::recipient, talk.words};
  return {Sent::delayed, Fault::recipient_later, talk.words};
}

Answer about_content(const SmtpTalk& talk) {
  if (talk.reply == too_large) return {Sent::refused, Fault::too_large, talk.words};
  if (permanent(talk.reply)) return {Sent::refused, Fault::content, talk.words};
  return {Sent::delayed, Fault::recipient_later, talk.words};
}

}  // namespace

Answer judge_smtp(const SmtpTalk& talk) {
  if (talk.trouble == SmtpTrouble::encryption) return {Sent::down, Fault::encryption};
  const bool answered = temporary(talk.reply) || permanent(talk.reply);
  if (!answered && talk.stage == SmtpStage::content) return {Sent::unknown, Fault::cut_off};
  if (talk.trouble == SmtpTrouble::sign_in) return {Sent::down, Fault::credentials, answered ? talk.words : ""};
  if (!answered) return {Sent::down, Fault::unreachable};
  if (talk.reply == closing) return {Sent::down, Fault::busy, talk.words};
  switch (talk.stage) {
    case SmtpStage::opening:
      return {Sent::down, Fault::busy, talk.words};
    case SmtpStage::sign_in:
      return {Sent::down, temporary(talk.reply) ? Fault::busy : Fault::credentials, talk.words};
    case SmtpStage::sender:
      return about_sender(talk);
    case SmtpStage::recipient:
      return about_recipient(talk);
    case SmtpStage::content:
      return about_content(talk);
  }
  return {Sent::down, Fault::unreachable};
}

}  // namespace gateways
