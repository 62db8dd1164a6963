#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/calc/writer.hpp"
#include "desks/credit/offer/quote.hpp"
#include "floor/tables/typed_cells.hpp"

namespace credit::offer {
namespace {

using engine::Terms;
using Choices = std::vector<std::pair<std::string, std::string>>;
namespace french = base::french;

// Without its unit: "1 234,50", "0,25".
std::string bare(std::string text) {
  const auto unit = text.rfind("\u00a0");
  return unit == std::string::npos ? text : text.substr(0, unit);
}

constexpr std::int64_t hundred = 100;

// The reading and writing of one member, by its type.

template <base::Money Terms::*member>
struct MoneyField {
  static std::string typed(const Terms& terms) {
    return (terms.*member).cents == 0 ? std::string() : bare(french::euros(terms.*member));
  }
  static std::string shown(const Terms& terms) {
    return (terms.*member).cents == 0 ? std::string("néant") : french::euros(terms.*member);
  }
  static std::string kept(const Terms& terms) { return calc::exact(terms.*member); }
  static bool take(Terms& terms, std::string_view typed) {
    if (base::trim(typed).empty()) {
      terms.*member = {};
      return true;
    }
    const auto value = base::parse_money(typed);
    if (value) terms.*member = *value;
    return value.has_value();
  }
};

template <std::optional<base::Money> Terms::*member>
struct OptionalMoneyField {
  static std::string typed(const Terms& terms) {
    return terms.*member ? bare(french::euros(*(terms.*member))) : std::string();
  }
  static std::string shown(const Terms& terms) {
    return terms.*member ? french::euros(*(terms.*member)) : std::string("néant");
  }
  static std::string kept(const Terms& terms) { return terms.*member ? calc::exact(*(terms.*member)) : std::string(); }
  static bool take(Terms& terms, std::string_view typed) {
    (terms.*member).reset();
    if (base::trim(typed).empty()) return true;
    const auto value = base::parse_money(typed);
    if (value) terms.*member = *value;
    return value.has_value();
  }
};

template <base::Rate Terms::*member>
struct PercentField {
  static std::string typed(const Terms& terms) { return bare(french::percent(terms.*member)); }
  static std::string shown(const Terms& terms) { return french::percent(terms.*member); }
  static std::string kept(const Terms& terms) { return calc::exact(terms.*member); }
  static bool take(Terms& terms, std::string_view typed) {
    const auto value = tables::parse_percent(typed);
    if (value) terms.*member = *value;
    return value.has_value();
  }
};

// 30 is a rate of 3 000 %.
template <std::optional<base::Rate> Terms::*member>
struct MultipleField {
  static std::string typed(const Terms& terms) {
    return terms.*member ? bare(french::percent({(terms.*member)->e8 / hundred})) : std::string();
  }
  static std::string shown(const Terms& terms) {
    return terms.*member ? typed(terms) + " × la prime" : std::string("néant");
  }
  static std::string kept(const Terms& terms) { return terms.*member ? calc::exact(*(terms.*member)) : std::string(); }
  static bool take(Terms& terms, std::string_view typed) {
    (terms.*member).reset();
    if (base::trim(typed).empty()) return true;
    const auto value = tables::parse_percent(typed);
    if (value) terms.*member = base::Rate{value->e8 * hundred};
    return value.has_value();
  }
};

template <int Terms::*member>
struct DaysField {
  static std::string typed(const Terms& terms) { return std::to_string(terms.*member); }
  static std::string shown(const Terms& terms) { return french::plural(terms.*member, "jour", "jours"); }
  static std::string kept(const Terms& terms) { return std::to_string(terms.*member); }
  static bool take(Terms& terms, std::string_view typed) {
    constexpr std::int64_t most = 100'000;  // the engine has the finer bound
    const auto value = tables::parse_count(typed);
    if (!value || *value > most) return false;
    terms.*member = static_cast<int>(*value);
    return true;
  }
};

template <int Terms::*member>
struct DayOfMonthField : DaysField<member> {
  static std::string shown(const Terms& terms) { return "le " + std::to_string(terms.*member); }
};

template <class E, E Terms::*member>
struct ChoiceField {
  static std::string typed(const Terms& terms) { return std::string(to_text(terms.*member)); }
  static std::string shown(const Terms& terms) { return std::string(label(terms.*member)); }
  static std::string kept(const Terms& terms) { return typed(terms); }
  static bool take(Terms& terms, std::string_view typed) {
    const auto value = engine::from_text<E>(typed);
    if (value) terms.*member = *value;
    return value.has_value();
  }
  static Choices choices() {
    Choices all;
    const std::string texts = engine::texts<E>();
    for (const auto part : base::split(texts, ',')) {
      const auto text = base::trim(part);
      all.emplace_back(std::string(text), std::string(label(*engine::from_text<E>(text))));
    }
    return all;
  }
};

template <class Field>
constexpr ClauseField row(std::string_view key, std::string_view label, Group group, ClauseKind kind,
                          std::string_view hint = {}) {
  return {key, label, group, kind, hint, Field::typed, Field::shown, Field::kept, Field::take, nullptr};
}
template <class E, E Terms::*member>
constexpr ClauseField choice_of(std::string_view key, std::string_view label, Group group, std::string_view hint = {}) {
  using Field = ChoiceField<E, member>;
  return {key,          label,        group,       ClauseKind::choice, hint,
          Field::typed, Field::shown, Field::kept, Field::take,        Field::choices};
}

using enum ClauseKind;

// In the order of a clause sheet.
constexpr ClauseField rows[] = {
    choice_of<engine::ContractModel, &Terms::model>("model", "Modèle de contrat", Group::price),
    row<MoneyField<&Terms::fixed_premium>>("fixed_premium", "Prime forfaitaire HT", Group::price, money, "Forfait."),
    row<MoneyField<&Terms::turnover_ceiling>>("turnover_ceiling", "Plafond de chiffre d’affaires", Group::price, money,
                                              "Forfait ; vide : aucun."),
    row<MoneyField<&Terms::minimum_premium>>("minimum_premium", "Prime minimale HT", Group::price, money),
    choice_of<engine::Period, &Terms::declaration_period>("declaration_period", "Déclaration du chiffre d’affaires",
                                                          Group::price),
    row<DaysField<&Terms::declaration_days>>("declaration_days", "Délai pour déclarer", Group::price, days,
                                             "Après la fin de la période."),
    row<PercentField<&Terms::tax_rate>>("tax_rate", "Taxe sur la part France", Group::price, percent),
    row<PercentField<&Terms::fee_vat_rate>>("fee_vat_rate", "TVA sur les frais", Group::price, percent),
    row<PercentField<&Terms::named_percentage>>("named_percentage", "Quotité, acheteurs dénommés", Group::cover,
                                                percent),
    row<PercentField<&Terms::unnamed_percentage>>("unnamed_percentage", "Quotité, non dénommés", Group::cover, percent),
    row<MoneyField<&Terms::discretionary_limit>>("discretionary_limit", "Limite discrétionnaire", Group::cover, money,
                                                 "Par acheteur sans limite dénommée ; vide : aucune."),
    choice_of<engine::AfterCancellation, &Terms::after_cancellation>("after_cancellation",
                                                                     "Après résiliation d’une limite", Group::cover),
    row<OptionalMoneyField<&Terms::disbursement_amount>>("disbursement_amount", "Limite de décaissement, montant",
                                                         Group::cover, money, "L’un ou l’autre."),
    row<MultipleField<&Terms::disbursement_multiple>>("disbursement_multiple", "Limite de décaissement, multiple",
                                                      Group::cover, multiple, "Fois la prime."),
    row<MoneyField<&Terms::threshold>>("threshold", "Seuil d’intervention", Group::losses, money,
                                       "Atteint : la perte est prise en entier."),
    row<MoneyField<&Terms::deductible>>("deductible", "Franchise par sinistre", Group::losses, money),
    row<MoneyField<&Terms::aggregate>>("aggregate", "Franchise annuelle globale", Group::losses, money),
    choice_of<engine::AggregateBasis, &Terms::aggregate_basis>("aggregate_basis", "Franchise annuelle comptée sur",
                                                               Group::losses),
    choice_of<engine::DeductionOrder, &Terms::deduction_order>("deduction_order", "Ordre des déductions",
                                                               Group::losses),
    choice_of<engine::RecoveryAllocation, &Terms::recovery_allocation>("recovery_allocation",
                                                                       "Imputation des récupérations", Group::losses),
    row<DaysField<&Terms::credit_period_france>>("credit_period_france", "Durée maximale de crédit, France",
                                                 Group::delays, days),
    row<DaysField<&Terms::credit_period_export>>("credit_period_export", "Durée maximale de crédit, export",
                                                 Group::delays, days),
    row<DaysField<&Terms::free_extension>>("free_extension", "Prorogation libre", Group::delays, days),
    choice_of<engine::DeclarationBase, &Terms::declaration_base>("declaration_base",
                                                                 "Menace de sinistre comptée depuis", Group::delays),
    row<DaysField<&Terms::threat_declaration>>("threat_declaration", "Déclaration de menace de sinistre", Group::delays,
                                               days),
    row<DaysField<&Terms::claim_filing>>("claim_filing", "Demande d’indemnisation", Group::delays, days,
                                         "Après la menace de sinistre."),
    row<DaysField<&Terms::stop_of_deliveries>>("stop_of_deliveries", "Arrêt des livraisons", Group::delays, days,
                                               "Après l’échéance d’un impayé."),
    choice_of<engine::WaitingBase, &Terms::waiting_base>("waiting_base", "Carence comptée depuis", Group::delays),
    row<DaysField<&Terms::waiting_insolvency>>("waiting_insolvency", "Carence, insolvabilité", Group::delays, days),
    row<DaysField<&Terms::waiting_protracted>>("waiting_protracted", "Carence, retard prolongé", Group::delays, days),
    row<DayOfMonthField<&Terms::effect_cutoff_day>>("effect_cutoff_day", "Prise d’effet, dernier jour de signature",
                                                    Group::delays, day_of_month,
                                                    "Signée après ce jour : effet le 1er du mois suivant."),
    choice_of<engine::CutoffDay, &Terms::on_cutoff_day>("on_cutoff_day", "Signée ce jour même", Group::delays),
};

}  // namespace

std::span<const ClauseField> clause_fields() { return rows; }

}  // namespace credit::offer
