// From the closed job to the debit that is asked for (W27).
#include <algorithm>

#include "base/french.hpp"
#include "desks/works/bank/bank_rules.hpp"
#include "desks/works/commission/commission.hpp"
#include "desks/works/commission/held.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/money/party.hpp"
#include "desks/works/money/tell.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"

namespace works::commission {
namespace {

using base::french::day_medium;

constexpr std::string_view late_terms =
    "Pas d’escompte pour paiement anticipé. En cas de retard : pénalités au taux de trois fois l’intérêt légal et "
    "indemnité forfaitaire de recouvrement de 40\u00a0€ (C. com. art. L441-10).";

std::string debit_words(const Window& window, const debit_mandate::Terms& terms) {
  return "Par prélèvement SEPA le " + day_medium(window.first) + ", ou à la remise suivante, au plus tard le " +
         day_medium(window.last) + ", sur le compte " + bank::masked(terms.iban) + ". RUM : " + terms.reference +
         ". ICS : " + terms.creditor_id.text() + ".";
}

std::string payment_words(platform::Act& act, identity::OrganisationId firm, base::Day closed,
                          const std::optional<Window>& window) {
  const auto mandate = debit_mandate::active_of(act.tx, firm);
  if (mandate && window) return debit_words(*window, mandate->terms);
  const base::Day last = last_target_day(closed + latest_days.value());
  if (last < base::paris::day_of(act.now)) return "Par prélèvement SEPA, annoncé au moins 14 jours avant.";
  return "Par prélèvement SEPA, annoncé dès que votre mandat est signé, au plus tard le " + day_medium(last) + ".";
}

bill::Bill invoice(platform::Act& act, const Closed& closed, const std::string& payment) {
  std::string mentions(late_terms);
  if (closed.vat.cents == 0) mentions = "TVA non applicable dans ce territoire (CGI art. 294).\n" + mentions;
  return bill::issue(act, {.kind = bill::Kind::commission_invoice,
                           .organisation = closed.firm,
                           .subject = closed.mandate.value,
                           .seller = money::house_lines(act.tx),
                           .buyer = money::party_lines(act.tx, closed.firm, money::VatNumber::shown),
                           .payment = payment,
                           .mentions = mentions,
                           .lines = {{closed.claim, base::paris::day_of(act.now),
                                      "Commission sur le chantier " + closed.reference + ", " + closed.job, closed.net,
                                      closed.vat, closed.rate}}});
}

void start_delay(platform::Act& act, const Commission& commission, std::string_view rule, base::Instant due) {
  deadlines::start(act, {.file = money::file_of(commission.organisation),
                         .subject_kind = order_subject,
                         .subject_id = commission.mandate.value,
                         .rule = rule,
                         .start_event = "works.job.closed",
                         .start = act.now,
                         .due = due});
}

std::string_view subject_of(db::Transaction& tx, const Commission& commission) {
  const auto orders = payments::of_subject(tx, order_subject, commission.mandate.value);
  const bool booked = std::any_of(orders.begin(), orders.end(),
                                  [](const payments::Order& order) { return order.state == payments::State::booked; });
  return booked ? restored_subject : order_subject;
}

payments::NewOrder order_of(db::Transaction& tx, const Commission& commission,
                            const debit_mandate::DebitMandate& mandate, const Window& window) {
  const auto& debtor = mandate.terms.debtor;
  return {.kind = payments::Kind::direct_debit,
          .subject_kind = subject_of(tx, commission),
          .subject_id = commission.mandate.value,
          .attempt = commission.attempt,
          .organisation = commission.organisation,
          .settles = ledger::AccountKind::commission_receivable,
          .party_name = debtor.substr(0, debtor.find('\n')),
          .iban = mandate.terms.iban,
          .bic = mandate.bic,
          .amount = commission.amount,
          .remittance = "Commission, facture " + commission.bill_number,
          .earliest = window.first,
          .latest = window.last,
          .mandate = debit_mandate::for_order(mandate),
          .file = money::file_of(commission.organisation)};
}

}  // namespace

Commission moved(const Commission& commission, Event event) {
  const auto next = transitions.next(commission.state, event);
  MANDAT_ASSERT(next);
  auto after = commission;
  after.state = *next;
  return after;
}

Commission plan(platform::Act& act, Commission commission, const std::optional<Window>& window) {
  const auto mandate = debit_mandate::active_of(act.tx, commission.organisation);
  if (!mandate || !window) return commission;
  if (commission.order) ++commission.attempt;
  const auto order = payments::order(act, order_of(act.tx, commission, *mandate, *window));
  if (!order) {
    task::open(act, {.kind = task::Kind::commission_stuck,
                     .claim = commission.claim,
                     .organisation = commission.organisation,
                     .subject = commission.mandate.value});
    return commission;
  }
  debit_mandate::note_order(act, *mandate, *order);
  commission = moved(commission, Event::plan);
  commission.order = *order;
  commission.debit_on = window->first;
  commission.debit_until = window->last;
  commission.note.clear();
  save(act.tx, commission);
  deadlines::cancel_all(act, order_subject, commission.mandate.value);
  start_delay(act, commission, deadline_rule::commission_alarm,
              deadlines::reminder_on(window->last - alarm_days.value()));
  start_delay(act, commission, deadline_rule::commission_limit, base::paris::start_of(window->last + 1));
  return commission;
}

void start(platform::Act& act, const Closed& closed) {
  const auto today = base::paris::day_of(act.now);
  if (!money::nameable(act.tx, closed.firm)) return hold(act, {closed, today});
  start(act, closed, today);
}

void start(platform::Act& act, const Closed& closed, base::Day closed_on) {
  const auto window = debit_window(closed_on, base::paris::day_of(act.now));
  const auto issued = invoice(act, closed, payment_words(act, closed.firm, closed_on, window));
  Commission commission{closed.mandate,
                        closed.firm,
                        closed.claim,
                        closed.entry,
                        issued.id,
                        issued.number,
                        closed.job,
                        closed_on,
                        closed.net + closed.vat,
                        State::awaiting_mandate,
                        1,
                        {},
                        {},
                        {},
                        {},
                        {}};
  insert(act.tx, commission);
  commission = plan(act, commission, window);
  if (commission.state == State::awaiting_mandate)
    start_delay(act, commission, deadline_rule::commission_last_notice,
                std::max(act.now, base::paris::start_of(last_announcement(closed_on) + 1)));
}

std::string announcement(const Commission& commission, const payments::Order& order) {
  return "Votre commission de " + base::french::euros(commission.amount) + " TTC (facture n° " +
         commission.bill_number + ", " + commission.job + ") sera prélevée le " + day_medium(order.earliest) +
         ", ou à la remise suivante, au plus tard le " + day_medium(order.latest) + ", sur le compte " +
         bank::masked(order.iban) + " (RUM " + (order.mandate ? order.mandate->reference : std::string()) + ").";
}

// What waited for the mandate is debited while D+30 allows; what is stuck stays with the administrators.
void mandate_signed(platform::Act& act, identity::OrganisationId firm) {
  const auto today = base::paris::day_of(act.now);
  for (const auto& waiting : awaiting_mandate_of(act.tx, firm)) {
    const auto planned = plan(act, waiting, debit_window(waiting.closed_on, today));
    if (planned.state != State::planned) continue;
    money::tell(act, firm,
                {.subject = "Prélèvement annoncé : facture n° " + planned.bill_number,
                 .paragraphs = {announcement(planned, *payments::find(act.tx, planned.order))}});
  }
}

void bill_drawn(platform::Act& act, const bill::Bill& bill) {
  const auto commission = find(act.tx, MandateId{bill.subject});
  MANDAT_ASSERT(commission);
  const bool credit = bill.kind == bill::Kind::commission_credit;
  std::vector<std::string> paragraphs;
  if (credit) {
    paragraphs = {"Votre commission de " + base::french::euros(bill.gross()) + " TTC (facture n° " + bill.corrects +
                      ") est annulée. Vous trouverez l’avoir en pièce jointe.",
                  bill.payment};
  } else {
    paragraphs = {"Votre chantier clos donne lieu à une commission de " + base::french::euros(bill.gross()) +
                      " TTC. Vous trouverez la facture en pièce jointe ; elle vaut annonce du prélèvement.",
                  bill.payment};
    if (commission->state == State::awaiting_mandate)
      paragraphs.push_back(
          "Il manque votre mandat de prélèvement : signez-le dans vos réglages, rubrique Banque et "
          "mandat.");
  }
  money::tell(act, bill.organisation,
              {.subject = std::string(bill::label(bill.kind)) + " n° " + bill.number,
               .paragraphs = std::move(paragraphs),
               .attachments = {bill.document.value}});
}

namespace {

void settle_tasks(platform::Act& act, const Commission& before) {
  constexpr std::string_view outcome = "Un nouveau prélèvement est prévu.";
  task::settle(act, task::Kind::commission_stuck, before.mandate.value, outcome);
  for (const auto kind : {task::Kind::commission_unpaid, task::Kind::commission_unbatched})
    task::settle(act, kind, before.order.value, outcome);
}

}  // namespace

base::Outcome<base::Done> debit_again(platform::Platform& platform, const identity::Actor& administrator,
                                      MandateId id) {
  return platform.act(platform::Author::of(administrator), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto commission = find(act.tx, id);
    if (!commission) return unknown;
    if (commission->state != State::unpaid && commission->state != State::stuck) return not_again;
    if (!debit_mandate::active_of(act.tx, commission->organisation)) return no_mandate;
    const auto planned = plan(act, *commission, window_again(base::paris::day_of(act.now)));
    if (planned.state != State::planned) return not_again;
    settle_tasks(act, *commission);
    audit::record(act, {"works.commission.debited_again",
                        money::file_of(planned.organisation),
                        {{"mandate", std::to_string(id.value)}, {"attempt", std::to_string(planned.attempt)}}});
    money::tell(act, planned.organisation,
                {.subject = "Nouveau prélèvement annoncé : facture n° " + planned.bill_number,
                 .paragraphs = {announcement(planned, *payments::find(act.tx, planned.order))}});
    return base::Done{};
  });
}

}  // namespace works::commission
