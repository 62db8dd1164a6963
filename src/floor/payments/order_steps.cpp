#include "floor/payments/order_steps.hpp"

#include "base/words.hpp"
#include "floor/audit/audit.hpp"

namespace payments {

inline constexpr base::Rule step_rules[] = {
    MANDAT_RULE("P8.booked",
                "When the bank's statement shows it, the order is booked: bank against the personal account "
                "that it settles."),
    MANDAT_RULE("P8.rejected", "A rejected order moved no money: nothing is posted, the debt stays open."),
    MANDAT_RULE("P8.returned",
                "A return or a refund posts the reverse of the booking, and the debt is open again; one "
                "that comes before its booking posts nothing."),
};

namespace {

constexpr std::string_view told_rule = "P8.told";
constexpr std::string_view event_subject = "payments.event";

constexpr base::Word<News> news_words[] = {
    {News::booked, "booked", "Réglé"},        {News::rejected, "rejected", "Rejeté par la banque"},
    {News::returned, "returned", "Retourné"}, {News::unknown, "unknown", "Sans réponse de la banque"},
    {News::cancelled, "cancelled", "Annulé"},
};

std::optional<News> news_of(Event event) {
  switch (event) {
    case Event::book:
      return News::booked;
    case Event::reject:
      return News::rejected;
    case Event::give_back:
      return News::returned;
    case Event::lose:
      return News::unknown;
    case Event::cancel:
      return News::cancelled;
    case Event::gather:
    case Event::put_back:
    case Event::release:
      break;
  }
  return std::nullopt;
}

std::string_view event_text(Event event) {
  if (const auto news = news_of(event)) return to_text(*news);
  switch (event) {
    case Event::gather:
      return "batched";
    case Event::put_back:
      return "put_back";
    case Event::release:
    case Event::book:
    case Event::reject:
    case Event::give_back:
    case Event::lose:
    case Event::cancel:
      break;
  }
  return "released";
}

ledger::NewEntry booking_of(const Order& order) {
  const ledger::Line bank{ledger::AccountKind::bank, {}, order.amount, {}};
  const ledger::Line settled{order.settles, order.organisation, {}, order.amount};
  ledger::NewEntry entry{.kind = "payments.settled",
                         .subject_kind = order_file_kind,
                         .subject_id = order.id.value,
                         .file = order.file,
                         .lines = {bank, settled}};
  if (order.kind == Kind::credit_transfer) entry.lines = ledger::reversed(entry.lines);
  return entry;
}

void move_money(platform::Act& act, Order& order, Event event, const Why& why) {
  if (event == Event::book) order.entry = ledger::post(act, booking_of(order));
  if (event != Event::give_back || !order.entry) return;
  const std::string reason = why.reason.empty() ? std::string("Retour de la banque") : why.reason;
  const auto reversal = ledger::reverse(act, order.entry, reason);
  // An accountant may have reversed it by hand: the debt is open already.
  MANDAT_ASSERT(reversal || reversal.refused_as(ledger::already_reversed));
}

std::int64_t write_event(platform::Act& act, const Order& order, std::string_view what, const Why& why) {
  const store::OrderEvent event{act.ids.next(),    order.id, act.now,    act.by.account,
                                std::string(what), why.code, why.reason, why.file};
  store::insert(act.tx, event);
  audit::record(act, {"payments." + std::string(what),
                      ref_of(order.id),
                      {{"amount", std::to_string(order.amount.cents)}, {"code", why.code}}});
  return event.id;
}

void tell(platform::Act& act, const Order& order, std::int64_t event) {
  deadlines::start(act, {.file = ref_of(order.id),
                         .subject_kind = event_subject,
                         .subject_id = event,
                         .rule = told_rule,
                         .start_event = "payments.order",
                         .start = act.now,
                         .due = act.now});
}

}  // namespace

std::string_view to_text(News news) { return base::word_of(news_words, news).text; }
std::string_view label(News news) { return base::word_of(news_words, news).label; }

std::string event_label(std::string_view event) {
  if (const auto news = base::value_of(news_words, event)) return std::string(label(*news));
  if (event == "asked") return "Demandé";
  if (event == "batched") return "Mis en remise";
  if (event == "put_back") return "Sorti de la remise, de nouveau prévu";
  if (event == "accepted") return "Accepté par la banque";
  return "Envoyé à la banque";
}

bool step(platform::Act& act, Order& order, Event event, const Why& why) {
  const auto next = transitions.next(order.state, event);
  if (!next) return false;
  order.state = *next;
  if (event == Event::put_back) {
    order.batch = {};
    order.execution_day.reset();
  }
  if (!why.code.empty()) order.reason_code = why.code;
  if (!why.reason.empty()) order.reason = why.reason;
  move_money(act, order, event, why);
  store::update(act.tx, order);
  const std::int64_t written = write_event(act, order, event_text(event), why);
  if (news_of(event)) tell(act, order, written);
  return true;
}

void note(platform::Act& act, const Order& order, std::string_view what, const Why& why) {
  write_event(act, order, what, why);
}

void register_telling(deadlines::Handlers& handlers, Listeners listeners) {
  handlers.add(told_rule, "Suite d’un paiement à traiter",
               [listeners = std::move(listeners)](platform::Act& act, const deadlines::Deadline& deadline) {
                 const auto event = store::event(act.tx, deadline.subject_id);
                 MANDAT_ASSERT(event);
                 const auto news = base::value_of(news_words, event->event);
                 const auto order = find(act.tx, event->order);
                 MANDAT_ASSERT(news && order);
                 for (const Listeners::Row& row : listeners.rows)
                   if (row.subject_kind == order->subject_kind) row.listener(act, *order, *news);
               });
}

}  // namespace payments
