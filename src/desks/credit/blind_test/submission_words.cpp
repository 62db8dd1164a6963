#include "desks/credit/blind_test/submission_words.hpp"

#include "base/french.hpp"

namespace credit::blind_test {
namespace {

std::string with_silence(std::string said, int days) {
  if (days == 0) return said;
  const std::string since = "ilence depuis " + base::french::plural(days, "jour", "jours");
  return said.empty() ? "S" + since : said + ", s" + since;
}

}  // namespace

web::ui::Badge standing(const Submission& submission, base::Instant now, Progress::Quote quote) {
  using web::ui::Icon;
  using web::ui::Tone;
  const Reply reply = reply_of({.sent_at = submission.sent_at,
                                .seen_at = submission.seen_at,
                                .last_answer_at = submission.last_answer_at,
                                .completed_at = submission.completed_at,
                                .declined_at = submission.declined_at,
                                .answered = submission.answered,
                                .closed_at = submission.closed_at,
                                .quote = quote},
                               now);
  switch (reply.stage) {
    case Stage::declined:
      return {"Décline", Tone::mute, Icon::ban};
    case Stage::quoted:
      return {"Offre reçue", Tone::good, Icon::inbox};
    case Stage::quote_awaited:
      if (reply.silent_days == 0) return {"Offre attendue", Tone::info, Icon::clock};
      return {"Offre attendue depuis " + base::french::plural(reply.silent_days, "jour", "jours"), Tone::warn,
              Icon::clock};
    case Stage::complete:
      return {"A répondu", Tone::good, Icon::circle_check};
    case Stage::answering:
      return {
          with_silence(base::french::integer(submission.answered) + " sur " + base::french::integer(submission.buyers),
                       reply.silent_days),
          Tone::info, Icon::circle_dot};
    case Stage::acknowledged:
      return {with_silence("Ouvert", reply.silent_days), reply.silent_days > 0 ? Tone::warn : Tone::info, Icon::eye};
    case Stage::sent:
      break;
  }
  if (reply.silent_days > 0) return {with_silence("", reply.silent_days), Tone::warn, Icon::clock};
  return {submission.closed_at ? "Sans réponse" : "Envoyé", submission.closed_at ? Tone::mute : Tone::info, Icon::send};
}

}  // namespace credit::blind_test
