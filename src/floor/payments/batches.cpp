#include "floor/payments/batches.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "floor/audit/audit.hpp"
#include "floor/payments/bank_charges.hpp"
#include "floor/payments/batch_store.hpp"
#include "floor/payments/order_steps.hpp"
#include "floor/payments/xml_document.hpp"
#include "web/crypto.hpp"

namespace payments {

inline constexpr base::Rule batch_rules[] = {
    MANDAT_RULE("P8.unknown",
                "A sent order that has no answer five TARGET days after its execution day is unknown: an administrator "
                "is told, the bank's word still settles it, and nothing sends it again."),
};

namespace {

constexpr base::Word<BatchState> states[] = {
    {BatchState::prepared, "prepared", "à libérer"},
    {BatchState::released, "released", "envoyée"},
    {BatchState::settled, "settled", "soldée"},
    {BatchState::dissolved, "dissolved", "dissoute"},
};
constexpr std::string_view answer_rule = "P8.answer";

void record(platform::Act& act, std::string_view code, BatchId batch) {
  audit::record(act, {code, ref_of(batch), {{"batch", std::to_string(batch.value)}}});
}

Window window_of(const Order& order) { return {order.earliest, order.latest}; }

std::vector<Order> batchable(db::Transaction& tx, Kind kind, base::Day today) {
  auto orders = store::planned(tx, kind, today + horizon.value());
  std::erase_if(orders, [&](const Order& order) { return !day_to_batch(kind, window_of(order), today); });
  return orders;
}

std::vector<Order> in_state(std::vector<Order> orders, State state) {
  std::erase_if(orders, [&](const Order& order) { return order.state != state; });
  return orders;
}

// Those that may still leave, with their days; the others go back.
std::vector<Order> last_look(platform::Act& act, const Batch& batch) {
  std::vector<Order> leaving;
  const base::Day today = base::paris::day_of(act.now);
  for (Order& order : in_state(store::of_batch(act.tx, batch.id), State::batched)) {
    order.execution_day = execution_day(batch.kind, window_of(order), today);
    if (order.execution_day)
      leaving.push_back(std::move(order));
    else
      step(act, order, Event::put_back, {.reason = "La fenêtre d’exécution est passée."});
  }
  return leaving;
}

std::string filename_of(const Batch& batch) {
  return (batch.kind == Kind::direct_debit ? "prelevements-" : "virements-") + std::to_string(batch.number) + ".xml";
}

void keep_file(platform::Act& act, const Batch& batch, const AccountSetting& account,
               std::vector<PaymentGroup> groups) {
  const std::string xml = to_xml({.batch = batch.id,
                                  .kind = batch.kind,
                                  .dialect = account.dialect,
                                  .made = act.now,
                                  .own = account.own,
                                  .groups = std::move(groups)});
  const std::string message(message_name(batch.kind, account.dialect));
  const auto read = XmlDocument::parse(xml);
  MANDAT_ASSERT(read && !read->problem_with(message));  // the bank would refuse it whole
  const bool kept = store::insert(act.tx, store::Way::sent,
                                  {.id = {act.ids.next()},
                                   .message = message,
                                   .message_id = message_id(batch.id),
                                   .filename = filename_of(batch),
                                   .sha256 = web::hex(web::sha256(xml)),
                                   .at = act.now,
                                   .by = act.by.account,
                                   .batch = batch.id,
                                   .matched = 0,
                                   .known = 0,
                                   .unmatched = 0},
                                  xml);
  MANDAT_ASSERT(kept);
}

void await_answers(platform::Act& act, const Batch& batch, base::Day last_day) {
  deadlines::start(act, {.file = ref_of(batch.id),
                         .subject_kind = batch_file_kind,
                         .subject_id = batch.id.value,
                         .rule = answer_rule,
                         .start_event = "payments.batch_released",
                         .start = act.now,
                         .due = answer_due(last_day),
                         .owner = act.by.organisation});
}

void lose_unanswered(platform::Act& act, const deadlines::Deadline& deadline) {
  const BatchId batch{deadline.subject_id};
  for (Order& order : in_state(store::of_batch(act.tx, batch), State::released))
    step(act, order, Event::lose, {.reason = "La banque n’a rien dit de cet ordre."});
}

}  // namespace

std::string_view to_text(BatchState state) { return base::word_of(states, state).text; }
std::optional<BatchState> batch_state_from_text(std::string_view text) { return base::value_of(states, text); }
std::string_view label(BatchState state) { return base::word_of(states, state).label; }

Proposal proposal(db::Transaction& tx, Kind kind, base::Day today) {
  Proposal found;
  for (const Order& order : store::planned(tx, kind, today + horizon.value())) {
    if (!execution_day(kind, window_of(order), today)) ++found.too_late;
    const auto day = day_to_batch(kind, window_of(order), today);
    if (!day) continue;
    ++found.count;
    found.total += order.amount;
    found.first_day = std::min(found.first_day.value_or(*day), *day);
    found.last_day = std::max(found.last_day.value_or(*day), *day);
  }
  return found;
}

base::Outcome<BatchId> prepare(platform::Act& act, Kind kind) {
  const auto account = account_in_force(act.tx);
  if (!account) return account_missing;
  if (kind == Kind::direct_debit && !account->own.creditor_id) return creditor_id_missing;
  const base::Day today = base::paris::day_of(act.now);
  auto orders = batchable(act.tx, kind, today);
  if (orders.empty()) return nothing_to_batch;
  const Batch batch{.id = {act.ids.next()},
                    .number = store::next_number(act.tx),
                    .kind = kind,
                    .state = BatchState::prepared,
                    .account = account->id,
                    .prepared = act.now,
                    .prepared_by = act.by.account,
                    .released = {},
                    .released_by = {}};
  store::insert(act.tx, batch);
  for (Order& order : orders) {
    order.batch = batch.id;
    order.execution_day = day_to_batch(kind, window_of(order), today);
    MANDAT_ASSERT(step(act, order, Event::gather));
  }
  record(act, "payments.batch_prepared", batch.id);
  return batch.id;
}

base::Outcome<base::Done> dissolve(platform::Act& act, BatchId id) {
  auto batch = find(act.tx, id);
  if (!batch) return unknown_batch;
  if (batch->state != BatchState::prepared) return batch_not_prepared;
  for (Order& order : in_state(store::of_batch(act.tx, id), State::batched)) step(act, order, Event::put_back);
  batch->state = BatchState::dissolved;
  store::update(act.tx, *batch);
  record(act, "payments.batch_dissolved", id);
  return base::Done{};
}

base::Outcome<base::Done> release(platform::Act& act, BatchId id) {
  auto batch = find(act.tx, id);
  if (!batch) return unknown_batch;
  if (batch->state != BatchState::prepared) return batch_not_prepared;
  if (!may_release(batch->prepared_by, act.by.account)) return same_person;
  const auto account = account_in_force(act.tx);
  if (!account || account->id != batch->account) return account_changed;
  auto leaving = last_look(act, *batch);
  if (leaving.empty()) return nothing_left;
  const auto groups = groups_of(std::move(leaving));
  for (const PaymentGroup& group : groups) {
    for (Order order : group.orders) {
      order.group = group.number;
      MANDAT_ASSERT(step(act, order, Event::release));
    }
  }
  keep_file(act, *batch, *account, groups);
  batch->state = BatchState::released;
  batch->released = act.now;
  batch->released_by = act.by.account;
  store::update(act.tx, *batch);
  await_answers(act, *batch, groups.back().day);
  record(act, "payments.batch_released", id);
  return base::Done{};
}

void settle_if_over(platform::Act& act, BatchId id) {
  auto batch = find(act.tx, id);
  if (!batch || batch->state != BatchState::released) return;
  const auto orders = store::of_batch(act.tx, id);
  if (std::any_of(orders.begin(), orders.end(), [](const Order& order) { return with_the_bank(order.state); })) return;
  batch->state = BatchState::settled;
  store::update(act.tx, *batch);
  deadlines::cancel_all(act, batch_file_kind, id.value);
}

void register_delays(deadlines::Handlers& handlers, Listeners listeners) {
  register_telling(handlers, std::move(listeners));
  handlers.add(answer_rule, "Réponse de la banque à une remise", lose_unanswered);
  handlers.add(charge_corrected_rule, "Suites de frais bancaires contre-passés", charge_corrected);
}

Totals totals_of(const BatchPage& page, BatchId batch, bool (*counts)(State)) {
  Totals sum;
  for (const StateTotal& each : page.totals) {
    if (each.batch != batch || !counts(each.state)) continue;
    sum.count += each.totals.count;
    sum.amount += each.totals.amount;
  }
  return sum;
}

}  // namespace payments
