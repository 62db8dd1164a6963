#include "desks/credit/engine/cover.hpp"

#include <algorithm>
#include <numeric>

#include "base/french.hpp"
#include "base/words.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C25.debt",
                "C = max(0, debt HT − disputes − excluded − credits); what is deducted for the buyer as a whole "
                "hits the oldest invoices first"),
    MANDAT_RULE("C25.limit",
                "Invoices, in the order of delivery, take what remains of the limit in force at their delivery"),
    MANDAT_RULE("C25.late",
                "An invoice whose term exceeds the DMC, or that was declared or filed too late, is a debt "
                "without cover"),
    MANDAT_RULE("C16.unnamed",
                "A buyer without named limit is covered up to the discretionary limit, at its own quotité"),
    MANDAT_RULE("C19.cancelled",
                "A cancelled named limit falls back to the unnamed cover only where the policy says so"),
};

constexpr base::Word<NotCovered> reasons[] = {
    {NotCovered::nothing_left, "nothing_left", "Limite déjà employée"},
    {NotCovered::no_limit, "no_limit", "Aucune garantie à la livraison"},
    {NotCovered::beyond_credit_period, "beyond_credit_period", "Échéance au-delà de la durée maximale de crédit"},
    {NotCovered::declared_late, "declared_late", "Menace de sinistre déclarée trop tard"},
    {NotCovered::filed_late, "filed_late", "Indemnisation demandée trop tard"},
};

struct Limit {
  Amount amount;
  base::Rate percentage;
};

std::optional<Limit> limit_for(const Loss& loss, base::Day delivered) {
  const auto& terms = loss.terms;
  const LimitInForce* current = nullptr;
  for (const auto& limit : loss.limits)
    if (limit.from <= delivered) current = &limit;
  const CoverKind kind = current ? current->kind : CoverKind::unnamed;
  if (kind == CoverKind::refused) return std::nullopt;
  if (kind == CoverKind::cancelled && terms.after_cancellation == AfterCancellation::no_cover) return std::nullopt;
  const bool named = kind == CoverKind::named;
  auto amount = named ? known("Limite en vigueur à la livraison", current->amount)
                      : known("Limite discrétionnaire", terms.discretionary_limit);
  if (amount.value.cents == 0) return std::nullopt;
  const auto standard = named ? terms.named_percentage : terms.unnamed_percentage;
  return Limit{std::move(amount), current && current->percentage ? *current->percentage : standard};
}

// Positions of the invoices, oldest (or first delivered) first.
template <class DayOf>
std::vector<std::size_t> ordered(const Loss& loss, DayOf day_of) {
  std::vector<std::size_t> order(loss.invoices.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return day_of(loss.invoices[a]) < day_of(loss.invoices[b]); });
  return order;
}

std::optional<NotCovered> late(Worksheet& sheet, const Loss& loss, const UnpaidInvoice& invoice) {
  const auto issued = known(invoice_label(invoice.reference), invoice.days.issued);
  const auto last_due =
      loss.buyer == Zone::domestic ? loss.terms.credit_period_france : loss.terms.credit_period_export;
  if (invoice.days.due > invoice.days.issued + last_due) {
    last_credit_day(sheet, loss.terms, loss.buyer, issued);
    return NotCovered::beyond_credit_period;
  }
  if (!loss.threat_declared) return std::nullopt;
  Worksheet aside;  // its steps stand in the explanation only where they decide
  if (last_threat_day(aside, loss.terms, loss.buyer, invoice.days).value < *loss.threat_declared) {
    last_threat_day(sheet, loss.terms, loss.buyer, invoice.days);
    return NotCovered::declared_late;
  }
  const auto declared = known("Menace déclarée", *loss.threat_declared);
  if (loss.claim_filed && last_claim_day(aside, loss.terms, declared).value < *loss.claim_filed) {
    last_claim_day(sheet, loss.terms, declared);
    return NotCovered::filed_late;
  }
  return std::nullopt;
}

std::vector<Amount> net_amounts(Worksheet& sheet, const Loss& loss, const std::vector<std::size_t>& oldest) {
  std::vector<Amount> net;
  for (const auto& invoice : loss.invoices) {
    auto amount = known(invoice_label(invoice.reference), invoice.amount);
    if (invoice.disputed.cents > 0)
      amount = sheet.difference(Entry(Clause::deduction, "Net de " + invoice_named(invoice.reference)), amount,
                                {known("Litige", invoice.disputed)});
    net.push_back(std::move(amount));
  }
  if ((loss.disputes + loss.exclusions + loss.credits).cents == 0) return net;
  auto left = sheet.sum(Clause::deduction, {known("Litiges", loss.disputes), known("Exclusions", loss.exclusions),
                                            known("Avoirs", loss.credits)});
  for (const auto i : oldest) {
    if (left.value.cents == 0) break;
    const auto before = net[i];
    net[i] =
        sheet.excess(Entry(Clause::deduction, "Net de " + invoice_named(loss.invoices[i].reference)), before, left);
    left = sheet.excess(Entry(Clause::deduction, "Reste à déduire"), left, before);
  }
  return net;
}

Checks limit_faults(const Loss& loss) {
  Checks checks;
  for (std::size_t i = 0; i < loss.limits.size(); ++i) {
    const std::string path = "limits/" + std::to_string(i) + "/";
    checks.amount(loss.limits[i].amount, path + "amount");
    if (loss.limits[i].percentage)
      checks.rate(*loss.limits[i].percentage, smallest_percentage.value(), base::Rate::percent(100),
                  path + "percentage");
    if (i > 0 && loss.limits[i].from <= loss.limits[i - 1].from) checks.refuse(limits_out_of_order, path + "from");
  }
  return checks;
}

void check_invoice(const Loss& loss, std::size_t index, Checks& checks) {
  const auto& invoice = loss.invoices[index];
  const std::string path = "invoices/" + std::to_string(index) + "/";
  checks.positive_amount(invoice.amount, path + "amount");
  checks.amount(invoice.disputed, path + "disputed");
  if (invoice.disputed > invoice.amount) checks.refuse(parts_above_whole, path + "disputed");
  if (invoice.days.due < invoice.days.issued)
    checks.refuse(day_before, path + "due", {base::french::day_medium(invoice.days.issued)});
}

}  // namespace

std::string_view to_text(NotCovered reason) { return base::word_of(reasons, reason).text; }
std::string_view label(NotCovered reason) { return base::word_of(reasons, reason).label; }

base::Refusals faults(const Loss& loss) {
  Checks checks;
  Checks terms("terms/");
  for (const auto& refusal : faults(loss.terms)) terms.refuse(refusal.code, refusal.field, refusal.details);
  checks.append(terms.refusals());
  if (loss.invoices.empty()) checks.refuse(none_given, "invoices");
  checks.count(loss.invoices.size(), most_invoices.value(), "invoices");
  checks.count(loss.limits.size(), most_invoices.value(), "limits");
  for (std::size_t i = 0; i < loss.invoices.size(); ++i) check_invoice(loss, i, checks);
  checks.append(limit_faults(loss).refusals());
  checks.amount(loss.disputes, "disputes");
  checks.amount(loss.exclusions, "exclusions");
  checks.amount(loss.credits, "credits");
  if (loss.threat_declared && loss.claim_filed && *loss.claim_filed < *loss.threat_declared)
    checks.refuse(day_before, "claim_filed", {base::french::day_medium(*loss.threat_declared)});
  return checks.refusals();
}

Cover cover_on(Worksheet& sheet, const Loss& loss) {
  const auto oldest = ordered(loss, [](const UnpaidInvoice& invoice) { return invoice.days.issued; });
  const auto net = net_amounts(sheet, loss, oldest);
  std::vector<CoveredInvoice> invoices;
  for (std::size_t i = 0; i < net.size(); ++i) {
    const auto& of = loss.invoices[i];
    invoices.push_back({of.reference, of.days.issued, net[i], known("Rien de couvert", base::Money{}), {}, {}});
  }
  Amount taken = known("Déjà employé", base::Money{});
  for (const auto i : ordered(loss, [](const UnpaidInvoice& invoice) { return invoice.delivered; })) {
    auto& invoice = invoices[i];
    const auto limit = limit_for(loss, loss.invoices[i].delivered);
    invoice.percentage = limit ? limit->percentage : loss.terms.named_percentage;
    invoice.reason = limit ? late(sheet, loss, loss.invoices[i]) : NotCovered::no_limit;
    if (invoice.reason) continue;
    const auto room =
        taken.step ? sheet.excess(Entry(Clause::credit_limit, "Limite restante"), limit->amount, taken) : limit->amount;
    if (room.value.cents == 0) {
      invoice.reason = NotCovered::nothing_left;
      continue;
    }
    invoice.covered = sheet.smaller(Entry(Clause::credit_limit, "Part couverte de " + invoice_named(invoice.reference)),
                                    invoice.net, room);
    taken =
        taken.step ? sheet.sum(Entry(Clause::credit_limit, "Déjà employé"), {taken, invoice.covered}) : invoice.covered;
  }

  Cover cover;
  std::vector<Amount> debts, covered;
  for (const auto i : oldest) {
    debts.push_back(invoices[i].net);
    if (!invoices[i].reason) covered.push_back(invoices[i].covered);
    cover.invoices.push_back(std::move(invoices[i]));
  }
  cover.debt = sheet.sum(Clause::debt, debts);
  cover.covered = sheet.sum(Entry(Clause::credit_limit, "Part couverte"), covered);
  return cover;
}

std::string invoice_named(const std::string& reference) { return reference.empty() ? "la facture" : reference; }
std::string invoice_label(const std::string& reference) {
  return reference.empty() ? "Facture" : "Facture " + reference;
}

std::span<const base::Rule> cover_rules() { return rows; }

}  // namespace credit::engine
