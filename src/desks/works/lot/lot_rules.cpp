#include "desks/works/lot/lot_rules.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/words.hpp"

namespace works::lot {
namespace {

using claim::Detail;
using claim::Status;
using claim::WaitingFor;

constexpr base::Word<State> words[] = {
    {State::to_assign, "to_assign", "À attribuer"},
    {State::asked, "asked", "Réponse attendue"},
    {State::awaiting_quote, "awaiting_quote", "Devis attendu"},
    {State::quote_refused, "quote_refused", "Devis refusé"},
    {State::quote_received, "quote_received", "Devis reçu"},
    {State::quote_at_insurer, "quote_at_insurer", "Devis chez l’assureur"},
    {State::quote_validated, "quote_validated", "Devis validé"},
    {State::job_closed, "job_closed", "Chantier clos"},
    {State::abandoned, "abandoned", "Sans suite"},
};

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W12.least_advanced", "A file shows the status of its least advanced lot; abandoned lots do not count"),
    MANDAT_RULE("W23",
                "EN ATTENTE DE DEVIS until every lot has a quote, EN COURS after, CLÔTURÉ once both closures "
                "hold, SANS SUITE for a file that will never be paid; finer facts are a sub-label"),
    MANDAT_RULE("W23.visit",
                "The sub-label of a planned visit tells its day, and goes back to « devis chez l’assureur » once that "
                "day is over"),
    MANDAT_RULE("W26.two_closures",
                "A file is finished when every lot is closed or abandoned, at least one is closed, "
                "and the broker closed it: either closure may come first"),
};

State quote_state_of(const Situation& lot) {
  switch (*lot.quote) {
    case quote::State::received:
      return State::quote_received;
    case quote::State::at_insurer:
      return State::quote_at_insurer;
    case quote::State::validated:
    case quote::State::adjusted:
      return State::quote_validated;
    case quote::State::refused:
      return State::quote_refused;
    case quote::State::replaced:
      break;
  }
  return State::awaiting_quote;
}

struct Row {
  Detail detail;
  WaitingFor waiting_for;
};

Row row_of(const Situation& lot) {
  switch (state_of(lot)) {
    case State::to_assign:
      return {lot.asked_before ? Detail::to_reassign : Detail::to_assign, WaitingFor::broker};
    case State::asked:
      return {Detail::awaiting_answer, WaitingFor::tradesman};
    case State::awaiting_quote:
      return {lot.quote_overdue ? Detail::quote_overdue : Detail::awaiting_quote, WaitingFor::tradesman};
    case State::quote_refused:
      return {Detail::quote_refused, WaitingFor::broker};
    case State::quote_received:
      return {Detail::quote_to_send, WaitingFor::broker};
    case State::quote_at_insurer:
      return {lot.visit_planned ? Detail::visit_planned : Detail::quote_at_insurer, WaitingFor::insurer};
    case State::quote_validated:
      return {Detail::quote_validated, WaitingFor::tradesman};
    case State::job_closed:
      return {Detail::job_closed, WaitingFor::broker};
    case State::abandoned:
      break;
  }
  return {Detail::abandoned, WaitingFor::nobody};
}

Status status_of(State least_advanced) {
  return least_advanced < State::quote_refused ? Status::awaiting_quote : Status::in_progress;
}

}  // namespace

std::string_view to_text(State state) { return base::word_of(words, state).text; }
std::optional<State> state_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(State state) { return base::word_of(words, state).label; }

State state_of(const Situation& lot) {
  if (lot.abandoned) return State::abandoned;
  if (!lot.live) return State::to_assign;
  switch (*lot.live) {
    case mandate::State::asked:
      return State::asked;
    case mandate::State::accepted:
      return State::awaiting_quote;
    case mandate::State::quoted:
      return lot.quote ? quote_state_of(lot) : State::awaiting_quote;
    case mandate::State::closed:
      return State::job_closed;
    case mandate::State::refused:
    case mandate::State::expired:
    case mandate::State::cancelled:
    case mandate::State::withdrawn:
      break;
  }
  return State::to_assign;
}

bool finished(std::span<const Situation> lots, const Closures& closures) {
  if (closures.abandoned || !closures.by_broker) return false;
  const auto in = [](State wanted) { return [wanted](const Situation& lot) { return state_of(lot) == wanted; }; };
  return std::any_of(lots.begin(), lots.end(), in(State::job_closed)) &&
         std::all_of(lots.begin(), lots.end(),
                     [&](const Situation& lot) { return in(State::job_closed)(lot) || in(State::abandoned)(lot); });
}

Shown shown(std::span<const Situation> lots, const Closures& closures) {
  MANDAT_ASSERT(!lots.empty());
  std::size_t least = 0;
  for (std::size_t i = 1; i < lots.size(); ++i)
    if (state_of(lots[i]) < state_of(lots[least])) least = i;
  const State state = state_of(lots[least]);

  if (closures.abandoned || state == State::abandoned)
    return {Status::abandoned, Detail::abandoned, WaitingFor::nobody, least};
  if (finished(lots, closures)) return {Status::closed, Detail::closed, WaitingFor::nobody, least};
  if (closures.by_broker) return {status_of(state), Detail::broker_closed, WaitingFor::tradesman, least};
  const Row row = row_of(lots[least]);
  return {status_of(state), row.detail, row.waiting_for, least};
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::lot
