#include "desks/credit/calc/cases.hpp"

namespace credit::calc {
namespace {

using namespace engine;
using base::Word;

constexpr Word<CoverKind> cover_kinds[] = {
    {CoverKind::named, "named", "Dénommé"},
    {CoverKind::unnamed, "unnamed", "Non dénommé"},
    {CoverKind::cancelled, "cancelled", "Résilié"},
    {CoverKind::refused, "refused", "Refusé"},
};
constexpr Word<InvoiceDays::Consent> consents[] = {
    {InvoiceDays::Consent::free, "free", "Libre"},
    {InvoiceDays::Consent::agreed, "agreed", "Accordée"},
};
constexpr Word<DefaultCause> causes[] = {
    {DefaultCause::insolvency, "insolvency", "Insolvabilité"},
    {DefaultCause::protracted, "protracted", "Carence"},
};
constexpr Word<PremiumBasis> bases[] = {
    {PremiumBasis::deposits, "deposits", "Acomptes"},
    {PremiumBasis::regularised, "regularised", "Prime due"},
};

void read_terms_member(Object& from, Terms& terms) {
  from.object("terms", [&](Object& object) { terms = read_terms(object); });
}

void read_days(Object& from, InvoiceDays& days) {
  from.require("issued", days.issued);
  from.require("due", days.due);
  from.read("extended_to", days.extended_to);
  from.choose("extension", consents, days.consent);
}

void read_loss(Object& from, Loss& loss) {
  read_terms_member(from, loss.terms);
  from.choose("buyer", loss.buyer);
  from.list("invoices", [&](Object& item) {
    UnpaidInvoice invoice;
    item.require("reference", invoice.reference);
    read_days(item, invoice.days);
    invoice.delivered = invoice.days.issued;
    item.read("delivered", invoice.delivered);
    item.require("amount", invoice.amount);
    item.read("disputed", invoice.disputed);
    loss.invoices.push_back(std::move(invoice));
  });
  from.list("limits", [&](Object& item) {
    LimitInForce limit;
    item.require("from", limit.from);
    item.choose("kind", cover_kinds, limit.kind);
    item.read("amount", limit.amount);
    item.read("percentage", limit.percentage);
    loss.limits.push_back(limit);
  });
  from.read("disputes", loss.disputes);
  from.read("exclusions", loss.exclusions);
  from.read("credits", loss.credits);
  from.read("threat_declared", loss.threat_declared);
  from.read("claim_filed", loss.claim_filed);
}

}  // namespace

Terms read_terms(Object& from) {
  Terms terms;
  from.choose("model", terms.model);
  from.read("fixed_premium", terms.fixed_premium);
  from.read("turnover_ceiling", terms.turnover_ceiling);
  from.read("minimum_premium", terms.minimum_premium);
  from.choose("declaration_period", terms.declaration_period);
  from.read("declaration_days", terms.declaration_days);
  from.read("tax_rate", terms.tax_rate);
  from.read("fee_vat_rate", terms.fee_vat_rate);
  from.read("named_percentage", terms.named_percentage);
  from.read("unnamed_percentage", terms.unnamed_percentage);
  from.read("discretionary_limit", terms.discretionary_limit);
  from.choose("after_cancellation", terms.after_cancellation);
  from.read("threshold", terms.threshold);
  from.read("deductible", terms.deductible);
  from.read("aggregate", terms.aggregate);
  from.choose("aggregate_basis", terms.aggregate_basis);
  from.choose("deduction_order", terms.deduction_order);
  from.choose("recovery_allocation", terms.recovery_allocation);
  from.read("disbursement_amount", terms.disbursement_amount);
  from.read("disbursement_multiple", terms.disbursement_multiple);
  from.read("credit_period_france", terms.credit_period_france);
  from.read("credit_period_export", terms.credit_period_export);
  from.read("free_extension", terms.free_extension);
  from.choose("declaration_base", terms.declaration_base);
  from.read("threat_declaration", terms.threat_declaration);
  from.read("claim_filing", terms.claim_filing);
  from.read("stop_of_deliveries", terms.stop_of_deliveries);
  from.choose("waiting_base", terms.waiting_base);
  from.read("waiting_insolvency", terms.waiting_insolvency);
  from.read("waiting_protracted", terms.waiting_protracted);
  from.read("effect_cutoff_day", terms.effect_cutoff_day);
  from.choose("on_cutoff_day", terms.on_cutoff_day);
  return terms;
}

PremiumCase read_premium(Object& from) {
  PremiumCase of;
  read_terms_member(from, of.terms);
  from.list("lines", [&](Object& item) {
    PremiumLine line;
    item.require("name", line.name);
    item.choose("zone", line.zone);
    if (of.terms.model == ContractModel::turnover_declaration)
      item.require("rate", line.rate);
    else
      item.read("rate", line.rate);
    item.require("insurable_turnover", line.insurable_turnover);
    of.lines.push_back(std::move(line));
  });
  from.list("fees", [&](Object& item) {
    Fee fee;
    item.require("name", fee.name);
    item.read("count", fee.count);
    item.require("unit", fee.unit);
    of.fees.push_back(std::move(fee));
  });
  return of;
}

RegularisationCase read_regularisation(Object& from) {
  RegularisationCase of;
  of.premium = read_premium(from);
  from.amounts("deposits", of.deposits);
  from.read("tax_on_deposits", of.tax_on_deposits);
  return of;
}

IndemnityCase read_indemnity(Object& from) {
  IndemnityCase of;
  read_loss(from, of.loss);
  from.read("recovered", of.recovered);
  from.choose("cause", causes, of.cause);
  from.read("aggregate_used", of.aggregate_used);
  from.read("indemnities_paid", of.indemnities_paid);
  from.choose("premium_basis", bases, of.premium_basis);
  from.read("premium", of.premium);
  from.read("claim_admitted", of.claim_admitted);
  return of;
}

RecoveryCase read_recovery(Object& from) {
  RecoveryCase of;
  from.choose("allocation", of.allocation);
  from.require("debt", of.debt);
  from.read("covered", of.covered);
  from.require("indemnity", of.indemnity);
  from.list("invoices", [&](Object& item) {
    IndemnifiedInvoice invoice;
    item.require("reference", invoice.reference);
    item.require("outstanding", invoice.outstanding);
    item.require("indemnity", invoice.indemnity);
    of.invoices.push_back(std::move(invoice));
  });
  from.read("recovered_earlier", of.recovered_earlier);
  from.require("recovered", of.recovered);
  return of;
}

DeadlineCase read_deadlines(Object& from) {
  DeadlineCase of;
  read_terms_member(from, of.terms);
  from.choose("buyer", of.buyer);
  from.list("invoices", [&](Object& item) {
    InvoiceCase invoice;
    item.require("reference", invoice.reference);
    read_days(item, invoice.days);
    item.read("paid_on", invoice.paid_on);
    of.invoices.push_back(std::move(invoice));
  });
  from.read("today", of.today);
  from.object("insolvency", [&](Object& item) {
    Insolvency insolvency;
    item.require("published", insolvency.published);
    item.choose("creditor", insolvency.creditor);
    of.insolvency = insolvency;
  });
  from.read("threat_declared", of.threat_declared);
  from.read("claim_filed", of.claim_filed);
  from.read("proof_filed", of.proof_filed);
  from.read("title_claimed", of.title_claimed);
  from.read("claim_admitted", of.claim_admitted);
  return of;
}

EffectCase read_effect(Object& from) {
  EffectCase of;
  from.require("signed_on", of.signed_on);
  from.read("cutoff_day", of.terms.cutoff_day);
  from.choose("on_the_day", of.terms.on_the_day);
  return of;
}

SalesCase read_sales(Object& from) {
  SalesCase of;
  from.require("unpaid", of.sales.unpaid);
  from.require("margin", of.sales.margin);
  from.object("cover", [&](Object& item) {
    CoverCostCase cover;
    item.require("insurable_turnover", cover.insurable_turnover);
    item.require("rate", cover.rate);
    item.read("insurance_tax", cover.insurance_tax);
    item.read("corporate_tax", cover.corporate_tax);
    of.cover = cover;
  });
  return of;
}

}  // namespace credit::calc
