#include "desks/credit/portfolio/questionnaire_rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/french.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/typed_text.hpp"
#include "desks/credit/engine/turnover.hpp"

namespace credit::portfolio {
namespace {

constexpr Question question_rows[] = {
    {"naf", "Code NAF", "Sur votre Kbis ou votre avis Insee, par exemple 25.11Z.", Kind::naf, Section::business, true},
    {"activity", "Activité en quelques mots", "Ce que vous vendez, et à qui.", Kind::text, Section::business, true},
    {"customers", "Nombre de clients actifs", "", Kind::count, Section::business, true},
    {"average_invoice", "Facture moyenne", "", Kind::amount, Section::business, true},
    {"turnover", "Chiffre d’affaires annuel HT", "Dernier exercice, France et export.", Kind::amount, Section::turnover,
     true},
    {"public_sales", "dont État et collectivités", "", Kind::amount, Section::turnover, true},
    {"private_sales", "dont particuliers", "", Kind::amount, Section::turnover, true},
    {"group_sales", "dont sociétés de votre groupe", "", Kind::amount, Section::turnover, true},
    {"cash_sales", "dont payé comptant ou d’avance", "", Kind::amount, Section::turnover, true},
    {"export_sales", "dont export", "Pour la taxe : l’export en est exempté.", Kind::amount, Section::turnover, false},
    {"largest_exposure", "Plus gros encours sur un client", "Ce qu’il vous doit au plus, en même temps.", Kind::amount,
     Section::risks, true},
    {"bank", "Banque principale", "", Kind::text, Section::cover, true},
    {"insured_already", "Une police d’assurance-crédit existe déjà", "", Kind::yes_no, Section::cover, true},
    {"insurer", "Assureur actuel", "", Kind::text, Section::cover, false},
    {"policy_end", "Échéance de la police actuelle", "", Kind::day, Section::cover, false},
    {"factoring", "Un contrat d’affacturage existe déjà",
     "L’assurance-crédit y est souvent déjà comprise : nous vérifierons avec vous.", Kind::yes_no, Section::cover,
     false},
};

constexpr std::string_view exclusions[] = {"public_sales", "private_sales", "group_sales", "cash_sales"};

bool is_naf(std::string_view typed) {
  const std::string code = base::compact(typed, ".");
  return code.size() == 5 && base::all_digits(std::string_view(code).substr(0, 4)) && base::is_upper(code[4]);
}

std::optional<base::RefusalCode> error_of(const Question& question, const Typed& typed) {
  const auto text = typed.text(question.key);
  if (text.empty()) return std::nullopt;
  switch (question.kind) {
    case Kind::amount:
      if (!typed.amount(question.key)) return bad_amount;
      break;
    case Kind::count:
      if (!typed.count(question.key)) return bad_count;
      break;
    case Kind::day:
      if (!base::Day::from_iso(text)) return bad_day;
      break;
    case Kind::naf:
      if (!is_naf(text)) return bad_naf;
      break;
    case Kind::text:
    case Kind::yes_no:
      break;
  }
  return std::nullopt;
}

base::Money excluded(const Typed& typed) {
  base::Money sum;
  for (const auto key : exclusions) sum += typed.amount(key).value_or(base::Money{});
  return sum;
}

}  // namespace

std::string_view label(Section section) {
  switch (section) {
    case Section::business:
      return "Votre activité";
    case Section::turnover:
      return "Chiffre d’affaires";
    case Section::risks:
      return "Vos risques";
    case Section::cover:
      break;
  }
  return "Banque et couverture actuelle";
}

std::span<const Question> questions() { return question_rows; }

std::string_view Typed::text(std::string_view key) const {
  for (const auto& [field, typed] : answers_)
    if (field == key) return base::trim(typed);
  return {};
}

std::optional<base::Money> Typed::amount(std::string_view key) const { return base::parse_money(text(key)); }

std::optional<std::int64_t> Typed::count(std::string_view key) const {
  constexpr std::int64_t most = 10'000'000;
  const std::string digits = base::compact(text(key), ".");
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0 || value > most) return std::nullopt;
  return value;
}

base::Refusals errors_in(const Typed& typed) {
  base::Refusals refusals;
  for (const Question& question : questions())
    if (const auto wrong = error_of(question, typed)) refusals.push_back({*wrong, std::string(question.key)});
  const auto total = typed.amount("turnover");
  if (total && excluded(typed) > *total) refusals.push_back({exclusions_too_high, "turnover"});
  return refusals;
}

std::optional<InsurableTurnover> insurable_turnover(const Typed& typed) {
  const auto total = typed.amount("turnover");
  if (!total || !errors_in(typed).empty()) return std::nullopt;
  const auto part = [&](std::string_view key) { return typed.amount(key).value_or(base::Money{}); };
  const auto calculated = engine::insurable_turnover({.turnover = *total,
                                                      .public_bodies = part("public_sales"),
                                                      .private_individuals = part("private_sales"),
                                                      .group_companies = part("group_sales"),
                                                      .cash_or_prepaid = part("cash_sales")});
  if (!calculated) return std::nullopt;
  InsurableTurnover turnover{{}, calculated->insurable.value, calculated->insurable, calculated->explanation};
  for (const auto& operand : calculated->explanation.back().inputs) {
    const auto amount = std::get<base::Money>(operand.value);
    turnover.lines.push_back({operand.label, turnover.lines.empty() ? amount : -amount});
  }
  return turnover;
}

Completeness completeness(const Typed& typed, const BuyersKnown& known) {
  Completeness state;
  for (const Question& question : questions()) {
    if (!question.needed) continue;
    ++state.wanted;
    if (!typed.text(question.key).empty() && !error_of(question, typed))
      ++state.answered;
    else
      state.missing.emplace_back(question.label);
  }
  if (const auto total = typed.amount("turnover"); total && excluded(typed) > *total)
    state.missing.emplace_back("Chiffre d’affaires : les parts exclues le dépassent");
  ++state.wanted;
  const std::int64_t wanted =
      std::clamp<std::int64_t>(typed.count("customers").value_or(buyers_wanted.value()), 1, buyers_wanted.value());
  if (known.buyers < wanted)
    state.missing.push_back("Acheteurs : encore " + base::french::integer(wanted - known.buyers) + " à saisir");
  else if (known.without_identifier > 0)
    state.missing.push_back("Identifiant de " +
                            base::french::plural(known.without_identifier, "acheteur", "acheteurs"));
  else
    ++state.answered;
  return state;
}

}  // namespace credit::portfolio
