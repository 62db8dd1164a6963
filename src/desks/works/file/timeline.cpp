#include <charconv>

#include "base/french.hpp"
#include "desks/works/claim/claim_states.hpp"
#include "desks/works/discipline/discipline_rules.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/file/fact_words.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_delays.hpp"
#include "web/ui/timeline.hpp"

namespace works::file {
namespace {

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string filled(std::string_view sentence, const FileView& view, const audit::Fact& fact) {
  std::string text(sentence);
  const auto at = text.find("{firm}");
  if (at == std::string::npos) return text;
  const auto name = view.name_of({number(fact.detail("firm"))});
  return text.replace(at, 6, name.empty() ? "l’entreprise" : name);
}

std::string who(const FileView& view, const audit::Fact& fact) {
  switch (fact.cause) {
    case platform::Cause::deadline:
      return "Délai échu";
    case platform::Cause::system:
      return "Mandat";
    case platform::Cause::link:
      return std::string(view.name_of(fact.organisation));
    case platform::Cause::person:
      break;
  }
  const auto organisation = view.name_of(fact.organisation);
  std::string text = view.names.of(fact.account);
  if (fact.account && text.empty()) text = "Compte effacé";
  if (!organisation.empty()) text += (text.empty() ? "" : ", ") + std::string(organisation);
  return text;
}

// « nom, téléphone » of what a correction changed: the fact keeps the words, never the data (P10).
std::string changed_text(std::string_view changed) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {{"name", "nom"},
                                                                     {"phone", "téléphone"},
                                                                     {"email", "e-mail"},
                                                                     {"insurer", "compagnie"},
                                                                     {"claim_number", "n° de sinistre"},
                                                                     {"handler", "e-mail du gestionnaire"}};
  std::string text;
  for (const auto& [word, french] : words)
    if ((" " + std::string(changed) + " ").find(" " + std::string(word) + " ") != std::string::npos)
      text += (text.empty() ? "" : ", ") + std::string(french);
  return text;
}

// « Envoi du devis, jusqu’au vendredi 27 novembre à 23:59 »
std::string extension_text(const audit::Fact& fact) {
  const auto to = base::instant_from_iso_utc(fact.detail("to"));
  std::string text(delay_label(fact.detail("rule")));
  return to ? text + ", jusqu’au " + base::french::instant_weekday(deadlines::shown(*to)) : text;
}

// Of the facts whose details are words of their own.
std::string special_detail(const audit::Fact& fact) {
  if (fact.code == "deadline.extended") return extension_text(fact);
  if (fact.code == "works.documents.added")
    return std::string(document_label(fact.detail("document"))) + ", " +
           base::french::plural(number(fact.detail("documents")), "document", "documents");
  if (const auto kind = task::kind_from_text(fact.detail("task_kind"))) return std::string(task::label(*kind));
  return changed_text(fact.detail("changed"));
}

// Amounts, days and reasons that the fact carries; a mandate's reason stands on its row.
std::string detail_of(const FileView& view, const audit::Fact& fact) {
  if (auto special = special_detail(fact); !special.empty()) return special;
  if (const auto amount = fact.detail("amount"); !amount.empty())
    return base::french::euros(base::Money{number(amount)}) + " HT";
  if (const auto day = base::Day::from_iso(fact.detail("day"))) return base::french::day_long(*day);
  if (const auto reason = claim::abandonment_from_text(fact.detail("reason")))
    return std::string(claim::label(*reason));
  if (const auto warning = discipline::warning_kind_from_text(fact.detail("warning")))
    return std::string(discipline::label(*warning));
  const bool ending = fact.code == "works.mandate.refused" || fact.code == "works.mandate.cancelled" ||
                      fact.code == "works.mandate.withdrawn";
  for (const auto& mandate : view.mandates)
    if (ending && mandate.id.value == number(fact.detail("mandate")) && !mandate.reason.empty())
      return "« " + mandate.reason + " »";
  return {};
}

std::string proof_of(const audit::Fact& fact) {
  if (fact.code == "works.sms.delivered" || fact.code == "works.sms.undelivered") return "accusé de l’opérateur";
  if (fact.cause == platform::Cause::link) return fact.author_detail == "sms" ? "lien du SMS" : "lien de l’e-mail";
  return {};
}

web::ui::StepState step(bool done, bool current) {
  return done ? web::ui::StepState::done : current ? web::ui::StepState::current : web::ui::StepState::upcoming;
}

}  // namespace

web::html::Markup timeline(const FileView& view) {
  std::vector<web::ui::Event> events;
  for (auto fact = view.facts.rbegin(); fact != view.facts.rend(); ++fact) {
    const auto* word = audit::find_word(fact_words(), fact->code);
    if (word == nullptr) continue;
    events.push_back({.at = fact->at,
                      .what = filled(word->sentence, view, *fact),
                      .who = who(view, *fact),
                      .detail = detail_of(view, *fact),
                      .proof = proof_of(*fact),
                      .icon = word->icon,
                      .tone = word->tone});
  }
  return web::ui::timeline(events);
}

web::html::Markup journey(const claim::Claim& claim, const lot::Lot& lot) {
  using lot::State;
  const auto at = lot.state;
  const bool stopped = at == State::abandoned;
  const bool refused = at == State::quote_refused;
  // Steps of the lot, each done once the lot is past it; then the broker's own closure.
  const std::pair<const char*, State> steps[] = {
      {"Mandaté", State::to_assign},       {"Accepté", State::asked},
      {"Devis", State::awaiting_quote},    {"Assureur", State::quote_received},
      {"Accord", State::quote_at_insurer}, {"Chantier clos", State::quote_validated}};
  std::vector<web::ui::Step> row{{.label = "Déclaré", .state = web::ui::StepState::done}};
  for (const auto& [label, until] : steps) {
    const bool done = !stopped && at > until && !(refused && until >= State::awaiting_quote);
    row.push_back({label, stopped ? web::ui::StepState::stopped
                                  : step(done, at == until || (refused && until == State::awaiting_quote))});
  }
  row.push_back({"Dossier clos", stopped ? web::ui::StepState::stopped
                                         : step(claim.closed_by_broker_at.has_value(), at == State::job_closed)});
  return web::ui::journey(row);
}

}  // namespace works::file
