#include "desks/credit/engine/calculus.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/words.hpp"
#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C16.dmc",
                "The due date may lie 120 days after the invoice in France, 180 abroad; a longer term leaves the "
                "invoice uncovered"),
    MANDAT_RULE("C16.extension", "The due date may be extended by 60 days freely, by more once the insurer agreed"),
    MANDAT_RULE("C16.dms",
                "The threatened loss is declared within 30 days of the due date, the extended one, or invoice + "
                "DMC, by the policy"),
    MANDAT_RULE("C16.di",
                "The claim is filed within 60 days of the declaration of threatened loss, or of its last day"),
    MANDAT_RULE("C16.waiting",
                "The indemnity is payable 30 days (insolvency) or 150 days (protracted default) after the "
                "claim was received, or admitted, by the policy"),
    MANDAT_RULE("C23",
                "Of due date, extension, DMS, DI, stop of deliveries and the delays of an insolvency, what is "
                "not done is shown earliest first, and the first that is not past is the one that binds"),
    MANDAT_RULE("C23.insolvency",
                "After the BODACC notice: claim to the mandataire within 2 months, 4 for a creditor "
                "abroad; retention of title within 3"),
    MANDAT_RULE("C23.reminders", "Each deadline is reminded 15, 5 and 1 days before"),
    MANDAT_RULE("C23.stop",
                "Deliveries stop 60 days after the due date of an unpaid invoice, at the latest when the "
                "threatened loss must be declared"),
};

constexpr base::Word<DeadlineKind> kinds[] = {
    {DeadlineKind::due_date, "due_date", "Échéance de la facture"},
    {DeadlineKind::extension, "extension", "Dernière prorogation libre"},
    {DeadlineKind::threat_declaration, "threat_declaration", "Déclaration de menace de sinistre"},
    {DeadlineKind::claim_file, "claim_file", "Demande d’indemnisation"},
    {DeadlineKind::stop_of_deliveries, "stop_of_deliveries", "Arrêt des livraisons"},
    {DeadlineKind::proof_of_claim, "proof_of_claim", "Déclaration de créance au mandataire"},
    {DeadlineKind::retention_of_title, "retention_of_title", "Revendication de propriété"},
};

void check_invoice(const DeadlineCase& of, std::size_t index, Checks& checks) {
  const auto& days = of.invoices[index].days;
  const std::string path = "invoices/" + std::to_string(index) + "/";
  if (days.due < days.issued) checks.refuse(day_before, path + "due", {base::french::day_medium(days.issued)});
  if (!days.extended_to) return;
  if (*days.extended_to < days.due)
    checks.refuse(day_before, path + "extended_to", {base::french::day_medium(days.due)});
  if (days.consent == InvoiceDays::Consent::free && *days.extended_to > days.due + of.terms.free_extension)
    checks.refuse(extension_not_agreed, path + "extended_to", {std::to_string(of.terms.free_extension)});
}

base::Refusals faults_of(const DeadlineCase& of) {
  Checks checks;
  Checks terms("terms/");
  for (const auto& refusal : faults(of.terms)) terms.refuse(refusal.code, refusal.field, refusal.details);
  checks.append(terms.refusals());
  if (of.invoices.empty() && !of.insolvency) checks.refuse(none_given, "invoices");
  checks.count(of.invoices.size(), most_invoices.value(), "invoices");
  for (std::size_t i = 0; i < of.invoices.size(); ++i) check_invoice(of, i, checks);
  if (of.threat_declared && of.claim_filed && *of.claim_filed < *of.threat_declared)
    checks.refuse(day_before, "claim_filed", {base::french::day_medium(*of.threat_declared)});
  return checks.refusals();
}

class Calendar {
 public:
  explicit Calendar(const DeadlineCase& of) : of_(of) {}

  Deadlines result() && {
    for (const auto& invoice : of_.invoices) add_invoice(invoice);
    add_insolvency();
    add_waiting();
    std::stable_sort(result_.dates.begin(), result_.dates.end(),
                     [](const BindingDate& a, const BindingDate& b) { return a.day.value < b.day.value; });
    for (auto& date : result_.dates)
      if (of_.today && date.day.value < *of_.today) date.standing = BindingDate::Standing::past;
    const auto first = std::find_if(result_.dates.begin(), result_.dates.end(), [](const BindingDate& date) {
      return date.standing == BindingDate::Standing::open;
    });
    if (first != result_.dates.end()) result_.next = *first;
    result_.explanation = std::move(sheet_).steps();
    return std::move(result_);
  }

 private:
  void add(DeadlineKind kind, const std::string& invoice, const Date& day) {
    result_.dates.push_back({kind, invoice, day, reminders(day.value)});
  }

  void add_invoice(const InvoiceCase& invoice) {
    if (invoice.paid_on) return;
    const auto& terms = of_.terms;
    const auto& days = invoice.days;
    const auto last_due = last_credit_day(sheet_, terms, of_.buyer, known("Facture " + invoice.reference, days.issued));
    if (days.due > last_due.value) {
      result_.beyond_credit_period.push_back(invoice.reference);
      add(DeadlineKind::due_date, invoice.reference, known("Échéance", days.due));
      return;
    }
    auto declared = of_.threat_declared ? known("Menace déclarée", *of_.threat_declared)
                                        : last_threat_day(sheet_, terms, of_.buyer, days);
    if (!of_.threat_declared) add_undeclared(invoice, declared);
    if (!of_.claim_filed) add(DeadlineKind::claim_file, invoice.reference, last_claim_day(sheet_, terms, declared));
  }

  void add_undeclared(const InvoiceCase& invoice, const Date& last_threat) {
    const auto due = known("Échéance", invoice.days.due);
    add(DeadlineKind::due_date, invoice.reference, extended_due(invoice.days));
    add(DeadlineKind::extension, invoice.reference,
        sheet_.days_after(Clause::extension, due, known("Prorogation libre, jours", of_.terms.free_extension)));
    add(DeadlineKind::threat_declaration, invoice.reference, last_threat);
    const auto stop =
        sheet_.days_after(Clause::stop_of_deliveries, due, known("Délai, jours", of_.terms.stop_of_deliveries));
    add(DeadlineKind::stop_of_deliveries, invoice.reference,
        sheet_.earliest(Clause::stop_of_deliveries, {stop, last_threat}));
  }

  void add_insolvency() {
    if (!of_.insolvency) return;
    const auto published = known("Publication au BODACC", of_.insolvency->published);
    const int months =
        of_.insolvency->creditor == Zone::abroad ? proof_of_claim_months_abroad.value() : proof_of_claim_months.value();
    if (!of_.proof_filed)
      add(DeadlineKind::proof_of_claim, "",
          sheet_.months_after(Clause::proof_of_claim, published, known("Délai, mois", months)));
    if (!of_.title_claimed)
      add(DeadlineKind::retention_of_title, "",
          sheet_.months_after(Clause::retention_of_title, published,
                              known("Délai, mois", retention_of_title_months.value())));
  }

  void add_waiting() {
    const bool on_receipt = of_.terms.waiting_base == WaitingBase::receipt_of_claim;
    const auto& base = on_receipt ? of_.claim_filed : of_.claim_admitted;
    if (!base) return;
    const int days = of_.insolvency ? of_.terms.waiting_insolvency : of_.terms.waiting_protracted;
    result_.payable =
        sheet_.days_after(Entry(Clause::waiting_period, "Indemnité payable"),
                          known(on_receipt ? "Demande reçue" : "Créance admise", *base), known("Carence, jours", days));
  }

  const DeadlineCase& of_;
  Worksheet sheet_;
  Deadlines result_;
};

}  // namespace

std::string_view to_text(DeadlineKind kind) { return base::word_of(kinds, kind).text; }
std::string_view label(DeadlineKind kind) { return base::word_of(kinds, kind).label; }

std::vector<base::Day> reminders(base::Day deadline) {
  return {deadline - first_reminder.value(), deadline - second_reminder.value(), deadline - last_reminder.value()};
}

base::Outcome<Deadlines> deadlines(const DeadlineCase& of) {
  if (auto refusals = faults_of(of); !refusals.empty()) return refusals;
  return Calendar(of).result();
}

std::span<const base::Rule> calculus_rules() { return rows; }

}  // namespace credit::engine
