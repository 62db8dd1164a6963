#include "desks/credit/engine/indemnity.hpp"

#include "desks/credit/engine/layers.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C25",
                "Indemnity = covered part less recoveries, then threshold, quotité and deducted franchise in the "
                "policy's order, the annual aggregate, and the cap of what is left of the limite de décaissement"),
    MANDAT_RULE("C25.recovery",
                "A recovery R before indemnity cuts the covered part by R × covered / debt (pro rata), by "
                "max(0, R − uncovered) (uncovered first), or as it pays the oldest invoices, in each in "
                "proportion of its covered part"),
    MANDAT_RULE("C16.threshold",
                "A covered loss, before quotité, that reaches the threshold is paid whole; a smaller one "
                "is not"),
    MANDAT_RULE("C16.order", "The deducted franchise is taken before the quotité or after it, by the policy"),
    MANDAT_RULE("C16.aggregate",
                "The annual aggregate (FAG) absorbs the year's first losses, counted before or after "
                "quotité, by the policy"),
    MANDAT_RULE("C16.cap", "Indemnities of a year stay within the limite de décaissement"),
};

bool no_money(base::Money amount) { return amount.cents == 0; }

class Calculation {
 public:
  explicit Calculation(const IndemnityCase& of) : of_(of), terms_(of.loss.terms) {}

  base::Outcome<Indemnity> result() && {
    result_.cover = cover_on(sheet_, of_.loss);
    if (of_.recovered > result_.cover.debt.value) return base::Refusal{recovery_above_debt, "recovered"};
    result_.absorbed = known("Absorbé par la franchise annuelle", base::Money{});
    recover();
    result_.loss = total(sheet_, Entry(Clause::credit_limit, "Perte couverte"), layers_);
    auto amount = after_threshold() ? after_percentage() : known("Sous le seuil", base::Money{});
    amount = after_aggregate(amount);
    amount = within_limit(amount);
    waiting();
    result_.indemnity = sheet_.sum(Clause::indemnity, {amount});
    result_.explanation = std::move(sheet_).steps();
    return std::move(result_);
  }

 private:
  void recover() {
    const auto& cover = result_.cover;
    const bool by_invoice = terms_.recovery_allocation == RecoveryAllocation::oldest_invoice_first;
    layers_ = layers_of(sheet_, by_invoice ? invoices_after_recovery() : cover.invoices);
    if (by_invoice || no_money(of_.recovered) || layers_.empty()) return;
    const auto recovered = known("Récupéré", of_.recovered);
    const Entry entry(Clause::recovery_before_indemnity, "Part des récupérations");
    if (terms_.recovery_allocation == RecoveryAllocation::pro_rata) {
      const auto cut = sheet_.proportion(entry, recovered, cover.covered, cover.debt);
      take_pro_rata(sheet_, Clause::recovery_before_indemnity, cut, layers_);
    } else {
      const auto uncovered = sheet_.difference(Entry(Clause::debt, "Part non couverte"), cover.debt, {cover.covered});
      take_oldest(sheet_, Clause::recovery_before_indemnity, sheet_.excess(entry, recovered, uncovered), layers_);
    }
  }

  std::vector<CoveredInvoice> invoices_after_recovery() {
    auto invoices = result_.cover.invoices;
    auto left = known("Récupéré", of_.recovered);
    for (auto& invoice : invoices) {
      if (no_money(left.value)) break;
      const auto net = invoice.net;
      if (no_money(net.value)) continue;
      const Clause clause = Clause::recovery_before_indemnity;
      if (!no_money(invoice.covered.value)) {
        const auto paid = sheet_.smaller(Entry(clause, "Récupéré sur " + invoice_named(invoice.reference)), net, left);
        const auto cut = sheet_.proportion(clause, paid, invoice.covered, net);
        invoice.covered =
            sheet_.excess(Entry(clause, "Part couverte de " + invoice_named(invoice.reference)), invoice.covered, cut);
      }
      left = sheet_.excess(Entry(clause, "Reste à imputer"), left, net);
    }
    return invoices;
  }

  // False: the loss is below the threshold and nothing is paid.
  bool after_threshold() {
    if (no_money(terms_.threshold)) return true;
    const auto reached = sheet_.when_reached(Clause::threshold, result_.loss, known("Seuil", terms_.threshold));
    return reached.value == result_.loss.value && reached.value.cents > 0;
  }

  Amount after_percentage() {
    const auto franchise = known("Franchise", terms_.deductible);
    const bool deducted = !no_money(terms_.deductible);
    if (deducted && terms_.deduction_order == DeductionOrder::franchise_first)
      take_oldest(sheet_, Clause::deductible, franchise, layers_);
    if (!no_money(terms_.aggregate) && terms_.aggregate_basis == AggregateBasis::before_percentage) {
      const auto loss = total(sheet_, Entry(Clause::aggregate_deductible, "Perte comptée"), layers_);
      take_oldest(sheet_, Clause::aggregate_deductible, absorbed_of(loss), layers_);
    }
    auto insured = insured_part(sheet_, layers_);
    if (deducted && terms_.deduction_order == DeductionOrder::percentage_first)
      insured = sheet_.excess(Clause::deductible, insured, franchise);
    return insured;
  }

  Amount after_aggregate(const Amount& amount) {
    if (no_money(terms_.aggregate) || terms_.aggregate_basis == AggregateBasis::before_percentage) return amount;
    return sheet_.excess(Clause::aggregate_deductible, amount, absorbed_of(amount));
  }

  Amount absorbed_of(const Amount& loss) {
    const auto left =
        sheet_.excess(Entry(Clause::aggregate_deductible, "Franchise annuelle restante"),
                      known("Franchise annuelle", terms_.aggregate), known("Déjà absorbé", of_.aggregate_used));
    result_.absorbed =
        sheet_.smaller(Entry(Clause::aggregate_deductible, "Absorbé par la franchise annuelle"), loss, left);
    return result_.absorbed;
  }

  Amount within_limit(const Amount& amount) {
    const auto limit = disbursement_limit(sheet_, terms_, of_.premium_basis, of_.premium);
    if (!limit) return amount;
    result_.limit_left = sheet_.excess(Entry(Clause::disbursement_limit, "Limite de décaissement restante"), *limit,
                                       known("Indemnités de l’année", of_.indemnities_paid));
    return sheet_.smaller(Clause::disbursement_limit, amount, *result_.limit_left);
  }

  void waiting() {
    const bool on_receipt = terms_.waiting_base == WaitingBase::receipt_of_claim;
    const auto& base = on_receipt ? of_.loss.claim_filed : of_.claim_admitted;
    if (!base) return;
    const int days = of_.cause == DefaultCause::insolvency ? terms_.waiting_insolvency : terms_.waiting_protracted;
    result_.payable =
        sheet_.days_after(Entry(Clause::waiting_period, "Indemnité payable"),
                          known(on_receipt ? "Demande reçue" : "Créance admise", *base), known("Carence, jours", days));
  }

  const IndemnityCase& of_;
  const Terms& terms_;
  Worksheet sheet_;
  std::vector<Layer> layers_;
  Indemnity result_;
};

}  // namespace

base::Outcome<Indemnity> indemnity(const IndemnityCase& of) {
  Checks checks;
  checks.append(faults(of.loss));
  checks.amount(of.recovered, "recovered");
  checks.amount(of.aggregate_used, "aggregate_used");
  checks.amount(of.indemnities_paid, "indemnities_paid");
  checks.amount(of.premium, "premium");
  if (!checks.ok()) return checks.refusals();
  return Calculation(of).result();
}

std::span<const base::Rule> indemnity_rules() { return rows; }

}  // namespace credit::engine
