#include "floor/payments/matching_rules.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace payments {
namespace {

constexpr base::Word<Match> words[] = {
    {Match::book, "book", "réglé"},
    {Match::reject, "reject", "rejeté"},
    {Match::give_back, "give_back", "retourné"},
    {Match::nothing_new, "nothing_new", "déjà connu"},
    {Match::no_reference, "no_reference", "Sans référence de bout en bout"},
    {Match::unknown_reference, "unknown_reference", "Référence inconnue"},
    {Match::wrong_amount, "wrong_amount", "Montant différent de l’ordre"},
    {Match::wrong_currency, "wrong_currency", "Devise autre que l’euro"},
    {Match::wrong_direction, "wrong_direction", "Sens inattendu pour cet ordre"},
    {Match::wrong_state, "wrong_state", "L’ordre a déjà une autre issue"},
    {Match::second_time, "second_time", "Second mouvement pour le même ordre"},
};

Match outcome(State state, Event event, Match wanted, Seen seen) {
  if (transitions.next(state, event)) return wanted;
  const bool known =
      event == Event::book ? state == State::booked || state == State::returned : state == State::returned;
  if (!known) return Match::wrong_state;
  return seen == Seen::yes ? Match::second_time : Match::nothing_new;
}

bool counts(State state) { return with_the_bank(state) || state == State::booked || state == State::returned; }

}  // namespace

std::string_view to_text(Match match) { return base::word_of(words, match).text; }
std::optional<Match> match_from_text(std::string_view text) { return base::value_of(words, text); }
std::string_view label(Match match) { return base::word_of(words, match).label; }

Match match(const BankLine& line, const std::optional<OrderFacts>& order, Seen seen) {
  if (line.end_to_end_id.empty()) return Match::no_reference;
  if (!order) return Match::unknown_reference;
  if (line.currency != "EUR") return Match::wrong_currency;
  if (line.amount != order->amount) return Match::wrong_amount;
  const bool forward = line.direction == booking_direction(order->kind);
  if (forward == line.is_return) return Match::wrong_direction;
  return forward ? outcome(order->state, Event::book, Match::book, seen)
                 : outcome(order->state, Event::give_back, Match::give_back, seen);
}

Match match_group(const BankLine& line, std::span<const OrderFacts> orders) {
  if (orders.empty()) return Match::unknown_reference;
  if (line.currency != "EUR") return Match::wrong_currency;
  if (line.is_return || line.direction != booking_direction(orders.front().kind)) return Match::wrong_direction;
  base::Money sum;
  bool waits = false;
  for (const OrderFacts& order : orders) {
    if (counts(order.state)) sum += order.amount;
    waits = waits || with_the_bank(order.state);
  }
  if (sum != line.amount) return Match::wrong_amount;
  return waits ? Match::book : Match::nothing_new;
}

bool rejects(std::string_view status_code) { return status_code == "RJCT"; }

Match match_status(const Status& status, const std::optional<OrderFacts>& order) {
  if (!order) return Match::unknown_reference;
  if (status.amount && *status.amount != order->amount) return Match::wrong_amount;
  if (!rejects(status.code) || order->state == State::rejected) return Match::nothing_new;
  return transitions.next(order->state, Event::reject) ? Match::reject : Match::wrong_state;
}

Balance balance_of(const AccountReport& statement) {
  if (!statement.opening || !statement.closing) return Balance::missing;
  return *statement.opening + statement.moved == *statement.closing ? Balance::fits : Balance::differs;
}

Sequel sequel(const Numbered& before, const Numbered& statement) {
  const bool numbered = before.number > 0 && statement.number > 0;
  const bool same_year = before.year == statement.year;
  const int expected = same_year || statement.number != 1 ? before.number + 1 : 1;
  if (numbered && statement.number != expected && statement.number != before.number) return Sequel::number_missing;
  return before.closing == statement.opening ? Sequel::follows : Sequel::balance_differs;
}

}  // namespace payments
