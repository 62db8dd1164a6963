#include "desks/works/closure/money_rules.hpp"

#include "desks/works/works_rules.hpp"

namespace works::closure {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W25",
                "The job is closed by the tradesman once paid, with the invoiced amount HT and the invoice, when "
                "the insurer has agreed to the quote; a job never closed is chased, then becomes a task"),
    MANDAT_RULE("W25.papers",
                "Photos before and after the works and the procès-verbal de réception come from the firm while "
                "it holds the job, with the closure, or after it; the same file sent twice stands once"),
    MANDAT_RULE("W26",
                "The file is closed by the broker, by hand, once the insurer agreed and reimbursed; the page "
                "shows which of the two closures is missing and what it blocks"),
    MANDAT_RULE("W26.chase",
                "Once every job is closed, a broker who does not close his file is reminded after 15 and 30 days, and "
                "after 45 an administrator has the task; closing it ends both"),
    MANDAT_RULE(
        "W26.conflict",
        "Administrators see the files that one side closed and the other did not, the oldest first, with who is "
        "missing"),
    MANDAT_RULE("W27", "Commission of 10 % of the job's amount HT, plus VAT, due once the job is closed"),
    MANDAT_RULE("W28", "Bonus of 50 € HT, plus VAT if the broker is liable, once per claim, when both closures hold"),
};

}  // namespace

Taxed commission(base::Money invoiced_ht, base::Rate vat) {
  const auto net = base::apply(commission_rate.value(), invoiced_ht);
  return {net, base::apply(vat, net)};
}

Taxed bonus(bool vat_liable, base::Rate vat) {
  const auto net = bonus_amount.value();
  return {net, vat_liable ? base::apply(vat, net) : base::Money{}};
}

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::closure
