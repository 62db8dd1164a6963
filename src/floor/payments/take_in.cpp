// A file of the bank taken in: all of it in one transaction, each movement once.
#include <algorithm>
#include <map>

#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/payments/batch_store.hpp"
#include "floor/payments/line_store.hpp"
#include "floor/payments/order_steps.hpp"
#include "floor/payments/reason_codes.hpp"
#include "floor/payments/reconciliation.hpp"
#include "floor/payments/stopping.hpp"
#include "web/crypto.hpp"

namespace payments {
namespace {

OrderFacts facts_of(const Order& order) { return {order.kind, order.state, order.amount}; }

std::optional<OrderFacts> facts_of(const std::optional<Order>& order) {
  return order ? std::optional(facts_of(*order)) : std::nullopt;
}

std::optional<Event> event_of(Match match) {
  if (match == Match::book) return Event::book;
  if (match == Match::reject) return Event::reject;
  if (match == Match::give_back) return Event::give_back;
  return std::nullopt;
}

class Taking {
 public:
  Taking(platform::Act& act, const Upload& upload)
      : act_(act),
        upload_(upload),
        kept_{.id = {act.ids.next()},
              .message = upload.file.message,
              .message_id = upload.file.message_id,
              .filename = upload.filename,
              .sha256 = upload.sha256,
              .at = act.now,
              .by = act.by.account,
              .batch = {},
              .matched = 0,
              .known = 0,
              .unmatched = 0} {}

  base::Outcome<KeptFile> run() {
    if (!store::insert(act_.tx, store::Way::received, kept_, upload_.bytes)) return read_before;
    if (auto problem = take()) return *problem;
    store::update_counts(act_.tx, kept_);
    for (const BatchId batch : batches_) settle_if_over(act_, batch);
    audit::record(act_, {"payments.file_read",
                         ref_of(kept_.id),
                         {{"file", std::to_string(kept_.id.value)},
                          {"message", kept_.message},
                          {"matched", std::to_string(kept_.matched)},
                          {"unmatched", std::to_string(kept_.unmatched)}}});
    return kept_;
  }

 private:
  std::optional<base::Refusal> take() {
    if (upload_.file.status_report()) return take_statuses();
    for (const AccountReport& report : upload_.file.reports)
      if (auto problem = take_report(report)) return problem;
    return std::nullopt;
  }

  std::optional<base::Refusal> take_report(const AccountReport& report) {
    if (!was_own(act_.tx, report.own_iban)) return base::Refusal{other_account, {}, {report.own_iban}};
    if (upload_.file.statement())
      if (auto problem = take_statement(report)) return problem;
    for (const BankLine& line : report.lines) take_line(report, line);
    return std::nullopt;
  }

  std::optional<base::Refusal> take_statement(const AccountReport& report) {
    const Balance balance = balance_of(report);
    if (balance == Balance::missing) return base::Refusal{balances_missing};
    if (balance == Balance::differs)
      return base::Refusal{balances_differ,
                           {},
                           {base::french::euros(*report.opening), base::french::euros(report.moved),
                            base::french::euros(*report.closing)}};
    const base::Day until = report.until.value_or(base::paris::day_of(act_.now));
    if (!store::keep_statement(act_.tx, act_.ids.next(), kept_.id, report, until))
      return base::Refusal{statement_contradicts, {}, {report.id}};
    return std::nullopt;
  }

  // The bank's own reference tells one movement from another; lines of which it says nothing are told apart by their
  // place among their likes, which is the same when the file comes again.
  std::string key_of(const AccountReport& report, const BankLine& line) {
    std::string text = report.own_iban + "|" + std::string(to_text(line.direction)) + "|" +
                       std::to_string(line.amount.cents) + "|" + line.currency + "|" + line.end_to_end_id + "|" +
                       line.group_id + "|" + (line.is_return ? "R" : "") + "|" + line.reference;
    if (line.reference.empty())
      text += "|" + (line.day ? line.day->iso() : std::string()) + "|" + line.party + "|" + line.remittance + "|" +
              report.id;
    return web::hex(web::sha256(text + "|" + std::to_string(++likes_[text])));
  }

  void take_line(const AccountReport& report, const BankLine& line) {
    const std::string key = key_of(report, line);
    if (store::line_known(act_.tx, key)) {
      ++kept_.known;
      return;
    }
    if (line.end_to_end_id.empty() && !line.group_id.empty()) return take_global(line, key);
    auto order = line.end_to_end_id.empty() ? std::nullopt : store::of_end_to_end(act_.tx, line.end_to_end_id);
    const Seen seen = order ? store::seen(act_.tx, order->id, line.is_return, kept_.message) : Seen::no;
    const Match found = match(line, facts_of(order), seen);
    keep(line, key, found, order ? order->id : OrderId{});
    if (order) move(*order, found, line.reason_code);
  }

  void take_global(const BankLine& line, const std::string& key) {
    auto orders = orders_of_group(line.group_id);
    std::vector<OrderFacts> facts;
    for (const Order& order : orders) facts.push_back(facts_of(order));
    const Match found = match_group(line, facts);
    keep(line, key, found, {});
    if (found != Match::book) return;
    for (Order& order : orders)
      if (with_the_bank(order.state)) move(order, found, {});
  }

  std::vector<Order> orders_of_group(const std::string& group_id) {
    const auto dash = group_id.rfind('-');
    if (dash == std::string::npos) return {};
    const auto batch = store::sent_as(act_.tx, group_id.substr(0, dash));
    if (!batch) return {};
    auto orders = store::of_batch(act_.tx, *batch);
    std::erase_if(orders, [&](const Order& order) {
      return order.group == 0 || payments::group_id(*batch, order.group) != group_id;
    });
    return orders;
  }

  std::optional<base::Refusal> take_statuses() {
    const auto batch = store::sent_as(act_.tx, upload_.file.original_message_id);
    if (!batch) return base::Refusal{not_our_message, {}, {upload_.file.original_message_id}};
    for (const Status& status : upload_.file.statuses) {
      if (status.end_to_end_id.empty())
        take_status_of_all(*batch, status);
      else
        take_status(store::of_end_to_end(act_.tx, status.end_to_end_id), *batch, status);
    }
    return std::nullopt;
  }

  // A word on all of them says nothing new of one when the bank takes it.
  void take_status_of_all(BatchId batch, const Status& status) {
    if (!rejects(status.code)) {
      ++kept_.known;
      return;
    }
    for (const Order& order : store::of_batch(act_.tx, batch))
      if (order.group > 0 && (status.group_id.empty() || group_id(batch, order.group) == status.group_id))
        take_status(order, batch, status);
  }

  void take_status(std::optional<Order> order, BatchId batch, const Status& status) {
    if (order && order->batch != batch) order.reset();
    const Match found = match_status(status, facts_of(order));
    BankLine said;
    said.end_to_end_id = order ? order->end_to_end_id : status.end_to_end_id;
    said.reason_code = status.reason_code;
    said.currency = "EUR";
    said.amount = status.amount.value_or(order ? order->amount : base::Money{});
    if (order) said.direction = booking_direction(order->kind);
    const std::string key = web::hex(web::sha256(upload_.file.original_message_id + "|" + said.end_to_end_id + "|" +
                                                 status.code + "|" + status.reason_code));
    if (store::line_known(act_.tx, key)) {
      ++kept_.known;
      return;
    }
    keep(said, key, found, order ? order->id : OrderId{});
    if (!order) return;
    move(*order, found, status.reason_code);
    if (found == Match::nothing_new && !rejects(status.code)) note(act_, *order, "accepted", {.file = kept_.id.value});
  }

  void keep(const BankLine& line, const std::string& key, Match found, OrderId order) {
    const bool open = left_open(found);
    const bool written = store::insert(act_.tx,
                                       {.id = {act_.ids.next()},
                                        .file = kept_.id,
                                        .message = kept_.message,
                                        .state = open ? LineState::open : LineState::matched,
                                        .problem = found,
                                        .order = order,
                                        .said = line,
                                        .settled = {},
                                        .settled_by = {},
                                        .settled_why = {}},
                                       key);
    MANDAT_ASSERT(written);
    ++(open ? kept_.unmatched : found == Match::nothing_new ? kept_.known : kept_.matched);
  }

  void move(Order& order, Match found, const std::string& code) {
    const auto event = event_of(found);
    if (!event) return;
    MANDAT_ASSERT(step(act_, order, *event, {.code = code, .reason = reason_label(code), .file = kept_.id.value}));
    stop_by_reason(act_, order, code);
    if (std::find(batches_.begin(), batches_.end(), order.batch) == batches_.end()) batches_.push_back(order.batch);
  }

  platform::Act& act_;
  const Upload& upload_;
  KeptFile kept_;
  std::map<std::string, int> likes_;
  std::vector<BatchId> batches_;
};

}  // namespace

base::Outcome<KeptFile> take_in(platform::Act& act, const Upload& upload, std::string_view field) {
  if (const auto before = store::received_as(act.tx, upload.sha256))
    return base::Refusal{read_before, std::string(field), {base::french::instant_medium(before->at)}};
  auto taken = Taking(act, upload).run();
  if (taken) return taken;
  base::Refusal refusal = taken.refusal();
  refusal.field = field;
  return refusal;
}

}  // namespace payments
