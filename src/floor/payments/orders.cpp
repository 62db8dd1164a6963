#include "base/text.hpp"
#include "base/words.hpp"
#include "floor/payments/order_steps.hpp"
#include "floor/payments/sepa_file.hpp"
#include "floor/payments/sepa_text.hpp"

namespace payments {
namespace {

constexpr base::Word<Kind> kinds[] = {
    {Kind::direct_debit, "direct_debit", "Prélèvement"},
    {Kind::credit_transfer, "credit_transfer", "Virement"},
};
constexpr std::size_t longest_name = 70;
constexpr std::size_t longest_remittance = 140;

std::optional<base::Refusal> problem_of(const NewOrder& asked) {
  if (!in_sepa(asked.iban)) return base::Refusal{iban_outside_sepa, "iban"};
  if (!payable_amount(asked.amount)) return base::Refusal{bad_amount, "amount"};
  if (asked.mandate && !valid_mandate_reference(asked.mandate->reference)) return base::Refusal{bad_mandate, "mandate"};
  if (sepa_text(asked.party_name, longest_name).empty()) return base::Refusal{bad_name, "name"};
  return std::nullopt;
}

Order made_of(platform::Act& act, const NewOrder& asked) {
  const OrderId id{act.ids.next()};
  return {.id = id,
          .kind = asked.kind,
          .subject_kind = std::string(asked.subject_kind),
          .subject_id = asked.subject_id,
          .attempt = asked.attempt,
          .state = State::planned,
          .organisation = asked.organisation,
          .settles = asked.settles,
          .party_name = base::squeeze(asked.party_name),
          .iban = asked.iban,
          .bic = asked.bic,
          .amount = asked.amount,
          .remittance = sepa_text(asked.remittance, longest_remittance),
          .earliest = asked.earliest,
          .latest = asked.latest,
          .mandate = asked.mandate,
          .file = asked.file,
          .created = act.now,
          .batch = {},
          .execution_day = {},
          .group = 0,
          .end_to_end_id = end_to_end_id(id),
          .entry = {},
          .reason_code = {},
          .reason = {}};
}

// Neither booked for good nor on its way: what was refunded or refused may be asked for again.
bool over(State state) { return state == State::cancelled || state == State::rejected || state == State::returned; }

int stop(platform::Act& act, std::vector<Order> orders, std::string_view reason) {
  int stopped = 0;
  for (Order& order : orders) stopped += step(act, order, Event::cancel, {.reason = base::squeeze(reason)}) ? 1 : 0;
  return stopped;
}

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(kinds, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(kinds, text); }
std::string_view label(Kind kind) { return base::word_of(kinds, kind).label; }

bool valid_mandate_reference(std::string_view text) { return sepa_identifier(text); }

base::Outcome<OrderId> order(platform::Act& act, const NewOrder& asked) {
  MANDAT_ASSERT((asked.kind == Kind::direct_debit) == asked.mandate.has_value());
  MANDAT_ASSERT(asked.attempt > 0 && asked.latest >= asked.earliest && asked.organisation);
  for (const Order& made : of_subject(act.tx, asked.subject_kind, asked.subject_id)) {
    if (made.attempt == asked.attempt) return made.id;
    if (!over(made.state)) return attempt_pending;
  }
  if (auto problem = problem_of(asked)) return *problem;
  const Order made = made_of(act, asked);
  store::insert(act.tx, made, act.by.account);
  note(act, made, "asked", {});
  return made.id;
}

base::Outcome<base::Done> cancel(platform::Act& act, OrderId id, std::string_view reason) {
  auto order = find(act.tx, id);
  if (!order) return unknown_order;
  if (order->state == State::cancelled) return base::Done{};
  std::string why = base::squeeze(reason);
  if (why.empty()) return base::Refusal{reason_missing, "motif"};
  if (!step(act, *order, Event::cancel, {.reason = std::move(why)})) return already_sent;
  return base::Done{};
}

int stop_mandate(platform::Act& act, std::string_view mandate_reference, std::string_view reason) {
  return stop(act, store::unsent_of_mandate(act.tx, mandate_reference), reason);
}

int stop_account(platform::Act& act, identity::OrganisationId organisation, const base::Iban& iban,
                 std::string_view reason) {
  auto orders = store::unsent_of_iban(act.tx, iban);
  std::erase_if(orders, [&](const Order& order) { return order.organisation != organisation; });
  return stop(act, std::move(orders), reason);
}

}  // namespace payments
