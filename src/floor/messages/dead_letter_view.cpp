#include "floor/messages/dead_letter_view.hpp"

#include "base/french.hpp"
#include "floor/messages/dead_letters.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/notice.hpp"

namespace messages {
namespace {

namespace ui = web::ui;
using web::html::Url;

// It may have reached its reader already.
bool uncertain(const Message& message) { return message.fault == Fault::cut_off || message.fault == Fault::crashed; }

// Its address returns mail (P5.returned).
bool at_the_address(const Message& message) {
  return message.fault == Fault::recipient || message.fault == Fault::returned || message.fault == Fault::held;
}

std::string tries(const Message& message) { return base::french::plural(message.attempts, "essai", "essais"); }

std::string what_follows(const Message& message) {
  switch (message.state) {
    case State::queued:
      return "Prochain essai : " + base::french::instant_medium(message.not_before) + " (" + tries(message) + ").";
    case State::unknown:
      return "Sans accusé de l’opérateur, il sera renvoyé une fois à " + base::french::time_of_day(message.not_before) +
             ".";
    case State::failed:
      return message.attempts > 1 ? "Plus rien ne sera tenté après " + tries(message) + "." : "";
    case State::undelivered:
    case State::sending:
    case State::sent:
    case State::delivered:
      return {};
  }
  return {};
}

std::string words_of(const Message& message) {
  std::string words = message.fault_detail.empty() ? "" : "Réponse reçue : « " + message.fault_detail + " »";
  const std::string next = message.dismissed ? "Un administrateur l’a abandonné." : what_follows(message);
  if (!words.empty() && !next.empty()) words += ". ";
  return words + next;
}

ui::Post asking(const visit::Visit& visit, std::string question, std::string consequence) {
  return {
      .csrf_token = visit::csrf_token(visit), .question = std::move(question), .consequence = std::move(consequence)};
}

}  // namespace

web::html::Markup fault_notice(const Message& message) {
  if (message.fault == Fault::none) return {};
  const bool over = message.state == State::failed || message.state == State::undelivered;
  return ui::notice({.tone = over ? ui::Tone::bad : ui::Tone::warn,
                     .title = std::string(label(message.fault)),
                     .text = words_of(message)});
}

std::vector<ui::Action> dead_letter_actions(const visit::Visit& visit, const Message& message) {
  if (!dead(message)) return {};
  ui::Post again{.csrf_token = visit::csrf_token(visit)};
  if (uncertain(message))
    again = asking(visit, "Renvoyer ce message ?",
                   "Il est peut-être déjà arrivé : son destinataire le recevrait deux fois.");
  if (message.channel == Channel::mail && at_the_address(message))
    again = asking(visit, "Renvoyer ce message ?",
                   "Un courriel est revenu de cette adresse : elle est remise à l’essai. Les autres messages retenus "
                   "attendent votre décision.");
  return {{.label = "Renvoyer",
           .url = Url::path("/administration/messages/{}/renvoi", message.id),
           .icon = ui::Icon::send,
           .post = std::move(again)},
          {.label = "Abandonner",
           .url = Url::path("/administration/messages/{}/abandon", message.id),
           .look = ui::Look::quiet,
           .post = asking(visit, "Abandonner ce message ?",
                          "Il ne partira plus et quitte cette liste. Prévenez vous-même son destinataire.")}};
}

}  // namespace messages
