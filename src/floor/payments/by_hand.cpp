// What a person settles: lines that moved nothing by themselves, orders of which the bank said nothing.
#include <array>

#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/ledger/correction.hpp"
#include "floor/payments/bank_charges.hpp"
#include "floor/payments/line_store.hpp"
#include "floor/payments/order_steps.hpp"

namespace payments {

inline constexpr base::Rule by_hand_rules[] = {
    MANDAT_RULE("P8.by_hand",
                "What a person settles by hand carries a reason and the person's name, and moves an order "
                "only as the amount and the direction allow."),
    MANDAT_RULE("P8.bank_charge",
                "A charge of the bank settled by hand is booked once, 627 against 512 without VAT, a refunded one the "
                "other way; its reversal opens the movement again (W30)."),
};

namespace {

constexpr std::size_t longest_reason = 500;  // code points

base::Outcome<std::string> checked_reason(std::string_view typed) {
  std::string reason = base::squeeze(typed);
  if (reason.empty()) return base::Refusal{reason_missing, "motif"};
  if (base::count_code_points(reason) > longest_reason) return base::Refusal{reason_too_long, "motif"};
  return reason;
}

Event event_of(const Line& line, const Order& order) {
  return line.said.direction == booking_direction(order.kind) ? Event::book : Event::give_back;
}

bool fits(const Line& line, const Order& order) {
  return order.amount == line.said.amount && transitions.next(order.state, event_of(line, order)).has_value();
}

void record(platform::Act& act, std::string_view code, LineId line) {
  audit::record(act, {code, ref_of(line), {{"line", std::to_string(line.value)}}});
}

void close_line(platform::Act& act, Line line, std::string reason) {
  line.state = LineState::settled;
  line.settled = act.now;
  line.settled_by = act.by.account;
  line.settled_why = std::move(reason);
  store::update(act.tx, line);
  record(act, "payments.line_settled", line.id);
}

std::vector<ledger::Line> charge_lines(const Line& line) {
  using ledger::AccountKind;
  std::vector<ledger::Line> taken{{.account = AccountKind::bank_charges, .debit = line.said.amount},
                                  {.account = AccountKind::bank, .credit = line.said.amount}};
  return line.said.direction == Direction::debit ? taken : ledger::reversed(taken);
}

}  // namespace

std::optional<Fate> fate_from_text(std::string_view text) {
  if (text == "regle") return Fate::booked;
  if (text == "rejete") return Fate::rejected;
  return std::nullopt;
}

std::vector<Order> candidates(db::Transaction& tx, const Line& line) {
  constexpr int most = 20;
  std::vector<Order> found;
  for (const State state : std::array{State::unknown, State::released, State::booked})
    for (Order& order : store::of_amount(tx, state, line.said.amount, most))
      if (fits(line, order)) found.push_back(std::move(order));
  return found;
}

base::Outcome<base::Done> settle(platform::Act& act, LineId id, OrderId chosen, std::string_view typed) {
  auto line = find(act.tx, id);
  if (!line) return unknown_line;
  if (line->state != LineState::open) return line_not_open;
  const auto reason = checked_reason(typed);
  if (!reason) return reason.refusal();
  if (chosen) {
    auto order = find(act.tx, chosen);
    if (!order || !fits(*line, *order)) return base::Refusal{order_does_not_fit, "ordre"};
    const std::string code = line->said.reason_code;
    MANDAT_ASSERT(
        step(act, *order, event_of(*line, *order), {.code = code, .reason = *reason, .file = line->file.value}));
    settle_if_over(act, order->batch);
  }
  line->order = chosen;
  close_line(act, *std::move(line), *reason);
  return base::Done{};
}

bool may_be_charge(const Line& line) {
  return line.message.starts_with("camt.") && line.said.currency == "EUR" && !line.said.is_return &&
         line.said.amount > base::Money{};
}

base::Outcome<base::Done> settle_as_charge(platform::Act& act, LineId id, std::string_view typed) {
  auto line = find(act.tx, id);
  if (!line) return unknown_line;
  if (line->state != LineState::open) return line_not_open;
  if (!may_be_charge(*line)) return base::Refusal{no_bank_charge, "ordre"};
  const auto reason = checked_reason(typed);
  if (!reason) return reason.refusal();
  // An entry that was reversed stays so: settled again, the movement has another one.
  line->entry = ledger::post(act, {.kind = bank_charge_entry,
                                   .subject_kind = "payments.settlement",
                                   .subject_id = act.ids.next(),
                                   .file = ref_of(id),
                                   .lines = charge_lines(*line)});
  close_line(act, *std::move(line), *reason);
  return base::Done{};
}

// W30: the entry does not count any more, or counts again.
void charge_corrected(platform::Act& act, const deadlines::Deadline& delay) {
  const ledger::EntryId last{delay.subject_id};
  const auto change = ledger::correction_of(act.tx, last);
  auto line = store::of_entry(act.tx, change.original);
  if (change.in_force && (!line || line->state != LineState::open)) {
    // Settled otherwise since: the movement would count twice.
    static_cast<void>(ledger::reverse(act, last, "Le mouvement est rapproché autrement.").ok());
    return;
  }
  if (!line) return;
  if (change.in_force) return close_line(act, *std::move(line), change.reason);
  if (line->state != LineState::settled) return;
  line->state = LineState::open;
  line->settled.reset();
  line->settled_by = {};
  line->settled_why.clear();
  store::update(act.tx, *line);
  record(act, "payments.line_reopened", line->id);
}

base::Outcome<base::Done> settle_unknown(platform::Act& act, OrderId id, Fate fate, std::string_view typed) {
  auto order = find(act.tx, id);
  if (!order) return unknown_order;
  if (order->state != State::unknown) return not_unknown;
  const auto reason = checked_reason(typed);
  if (!reason) return reason.refusal();
  MANDAT_ASSERT(step(act, *order, fate == Fate::booked ? Event::book : Event::reject, {.reason = *reason}));
  settle_if_over(act, order->batch);
  return base::Done{};
}

}  // namespace payments
