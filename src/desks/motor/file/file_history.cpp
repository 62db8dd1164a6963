#include "desks/motor/file/file_history.hpp"

#include "base/text.hpp"
#include "desks/motor/document/turn.hpp"
#include "desks/motor/file/file_history_store.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "floor/audit/audit.hpp"

namespace motor::file {
namespace {

constexpr std::size_t longest_reason = 500;  // characters

constexpr std::pair<std::string_view, std::string_view> remarks[] = {
    {"created", "Dossier créé"},
    {"corrected", "Dossier corrigé"},
    {"repairer_changed", "Réparateur changé"},
    {"repairer_detached", "Réparateur détaché"},
    {"establishment_changed", "Autre établissement du réparateur"},
    {"irreparable", "VEI : véhicule économiquement irréparable"},
    {"insurer_offer", "Offre de l’assureur faite au propriétaire"},
    {"owner_answer", "Réponse du propriétaire reçue"},
    {"irreparable_lifted", "VEI levé"},
    {"danger_ve", "VE : véhicule endommagé"},
    {"danger_vge", "VGE : véhicule gravement endommagé"},
    {"danger_lifted", "VE ou VGE levé"},
    {"conformity", "Rapport de conformité déposé"},
    {"date_validated", "Date validée"},
    {"date_refused", "Date refusée par le cabinet"},
    {"date_countered", "Autre date proposée par le cabinet"},
    {"date_declined", "Date du cabinet déclinée par le réparateur"},
    {"date_withdrawn", "Date retirée"},
    {"reminded", "Relance envoyée au réparateur"},
    {"supplement_sent", "Complément de réparation envoyé"},
    {"supplement_accepted", "Complément accepté"},
    {"supplement_partly", "Complément accepté en partie"},
    {"supplement_refused", "Complément refusé"},
};

}  // namespace

base::Outcome<base::Done> apply(platform::Act& act, File& file, Event event, std::string_view typed) {
  const auto to = next(file.position, event);
  if (!to) return not_now;
  const bool delivers = event == Event::works_announced || event == Event::invoice_accepted;
  if (delivers && !may_deliver(file.flags)) return conformity_missing;  // M35.danger
  const std::string reason = base::squeeze(typed);
  if (needs_reason(event) && reason.empty()) return base::Refusal{reason_missing, "reason"};
  if (base::count_code_points(reason) > longest_reason) return base::Refusal{reason_too_long, "reason"};
  const State from = file.position.state;
  if (to->state != from) file.state_since = act.now;
  const bool moved = *to != file.position;
  file.position = *to;
  if (moved) save(act.tx, file);
  insert_change(act, file.id,
                {.at = act.now,
                 .account = act.by.account,
                 .organisation = act.by.organisation,
                 .event = std::string(to_text(event)),
                 .from = from,
                 .to = to->state,
                 .reason = reason});
  reminder::follow(act, file, from, event);
  schedule::follow(act, file, event);
  document::follow(act, file, event);
  const std::string code = "motor.file." + std::string(to_text(event));
  audit::record(
      act, {code, file_of(file.id), {{"from", std::string(to_text(from))}, {"to", std::string(to_text(to->state))}}});
  return base::Done{};
}

bool apply_if_possible(platform::Act& act, File& file, Event event) {
  return next(file.position, event).has_value() && apply(act, file, event).ok();
}

void remark(platform::Act& act, const File& file, std::string_view event, std::string_view reason) {
  MANDAT_ASSERT(!remark_label(event).empty());
  insert_change(act, file.id,
                {.at = act.now,
                 .account = act.by.account,
                 .organisation = act.by.organisation,
                 .event = std::string(event),
                 .from = {},
                 .to = {},
                 .reason = std::string(reason)});
  const std::string code = "motor.file." + std::string(event);
  audit::record(act, {code, file_of(file.id), {}});
}

std::string_view remark_label(std::string_view event) {
  for (const auto& [known, label] : remarks)
    if (known == event) return label;
  return {};
}

std::vector<std::pair<std::string_view, std::string>> fact_words() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> made;
    for (int i = 0; i < event_count; ++i) made.push_back("motor.file." + std::string(to_text(static_cast<Event>(i))));
    for (const auto& [known, label] : remarks) made.push_back("motor.file." + std::string(known));
    return made;
  }();
  std::vector<std::pair<std::string_view, std::string>> words;
  for (int i = 0; i < event_count; ++i)
    words.emplace_back(codes[static_cast<std::size_t>(i)], label(static_cast<Event>(i)));
  std::size_t at = event_count;
  for (const auto& [known, label] : remarks) words.emplace_back(codes[at++], label);
  return words;
}

}  // namespace motor::file
