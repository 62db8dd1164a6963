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

constexpr auto always = Needed::always;
constexpr Question question_rows[] = {
    {"naf", "Code NAF", "Sur votre Kbis ou votre avis Insee, par exemple 25.11Z.", Kind::naf, Section::business,
     always},
    {"activity", "Activité en quelques mots", "Ce que vous vendez, et à qui.", Kind::text, Section::business, always},
    {"customers", "Nombre de clients actifs", "", Kind::count, Section::business, always},
    {"average_invoice", "Facture moyenne", "", Kind::amount, Section::business, always},
    {"turnover", "Chiffre d’affaires annuel HT", "Dernier exercice, France et export.", Kind::amount, Section::turnover,
     always},
    {"public_sales", "dont État et collectivités", "", Kind::amount, Section::turnover, always},
    {"private_sales", "dont particuliers", "", Kind::amount, Section::turnover, always},
    {"group_sales", "dont sociétés de votre groupe", "", Kind::amount, Section::turnover, always},
    {"cash_sales", "dont payé comptant ou d’avance", "", Kind::amount, Section::turnover, always},
    {"export_sales", "dont export", "Pour la taxe : l’export en est exempté.", Kind::amount, Section::turnover,
     Needed::no},
    {"largest_exposure", "Plus gros encours sur un client", "Ce qu’il vous doit au plus, en même temps.", Kind::amount,
     Section::risks, always},
    {"bank", "Banque principale", "", Kind::text, Section::cover, always},
    {"insured_already", "Une police d’assurance-crédit existe déjà", "", Kind::yes_no, Section::cover, always},
    {"insurer", "Assureur actuel", "À indiquer si une police existe déjà.", Kind::text, Section::cover,
     Needed::if_insured},
    {"policy_end", "Échéance de la police actuelle", "À indiquer si une police existe déjà.", Kind::day, Section::cover,
     Needed::if_insured},
    {"factoring", "Un contrat d’affacturage existe déjà",
     "L’assurance-crédit y est souvent déjà comprise : nous vérifierons avec vous.", Kind::yes_no, Section::cover,
     Needed::no},
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

bool is_needed(const Question& question, const Typed& typed) {
  if (question.needed == Needed::if_insured) return typed.text("insured_already") == "oui";
  return question.needed == Needed::always;
}

std::vector<int> loss_years(int this_year) {
  std::vector<int> years;
  for (int back = 0; back <= loss_years_back.value(); ++back) years.push_back(this_year - back);
  return years;
}

std::string no_loss_field(int year) { return "no_loss_" + std::to_string(year); }

bool said_none(const Typed& typed, int year) { return typed.text(no_loss_field(year)) == "oui"; }

std::vector<int> unknown_loss_years(const Typed& typed, const LossesKnown& known) {
  std::vector<int> unknown;
  for (const int year : loss_years(known.this_year)) {
    const bool lost = std::find(known.with_losses.begin(), known.with_losses.end(), year) != known.with_losses.end();
    if (!lost && !said_none(typed, year)) unknown.push_back(year);
  }
  return unknown;
}

namespace {

constexpr std::string_view exclusions_key = "exclusions", buyers_key = "buyers", identifiers_key = "identifiers",
                           losses_key = "losses";

void add_questions(Completeness& state, const Typed& typed) {
  for (const Question& question : questions()) {
    if (!is_needed(question, typed)) continue;
    ++state.wanted;
    if (!typed.text(question.key).empty() && !error_of(question, typed))
      ++state.answered;
    else
      state.missing.push_back({Missing::Part::question, question.key, std::string(question.label)});
  }
  if (const auto total = typed.amount("turnover"); total && excluded(typed) > *total)
    state.missing.push_back(
        {Missing::Part::question, exclusions_key, "Chiffre d’affaires : les parts exclues le dépassent"});
}

void add_buyers(Completeness& state, const Typed& typed, const BuyersKnown& known) {
  ++state.wanted;
  const std::int64_t wanted =
      std::clamp<std::int64_t>(typed.count("customers").value_or(buyers_wanted.value()), 1, buyers_wanted.value());
  if (known.buyers < wanted)
    state.missing.push_back({Missing::Part::buyers, buyers_key,
                             "Acheteurs : encore " + base::french::integer(wanted - known.buyers) + " à saisir"});
  if (known.without_identifier > 0)
    state.missing.push_back(
        {Missing::Part::identifiers, identifiers_key,
         "Identifiant de " + base::french::plural(known.without_identifier, "acheteur", "acheteurs")});
  if (known.buyers >= wanted && known.without_identifier == 0) ++state.answered;
}

void add_losses(Completeness& state, const Typed& typed, const LossesKnown& known) {
  ++state.wanted;
  const auto years = unknown_loss_years(typed, known);
  if (years.empty()) {
    ++state.answered;
    return;
  }
  std::string list;
  for (auto year = years.rbegin(); year != years.rend(); ++year)
    list += (list.empty() ? "" : ", ") + std::to_string(*year);
  state.missing.push_back(
      {Missing::Part::losses, losses_key, "Impayés de " + list + " : à noter, ou « Aucun impayé »"});
}

}  // namespace

std::string missing_words(std::string_view keys) {
  constexpr std::pair<std::string_view, std::string_view> others[] = {{exclusions_key, "parts exclues à revoir"},
                                                                      {buyers_key, "acheteurs"},
                                                                      {identifiers_key, "identifiants d’acheteurs"},
                                                                      {losses_key, "impayés"}};
  std::string words;
  const auto add = [&](std::string_view word) { words.append(words.empty() ? "" : ", ").append(word); };
  for (const auto key : base::split(keys, ' ')) {
    for (const Question& question : questions())
      if (question.key == key) add(question.label);
    for (const auto& [other, word] : others)
      if (other == key) add(word);
  }
  return words;
}

Completeness completeness(const Typed& typed, const BuyersKnown& buyers, const LossesKnown& losses) {
  Completeness state;
  add_questions(state, typed);
  add_buyers(state, typed, buyers);
  add_losses(state, typed, losses);
  return state;
}

}  // namespace credit::portfolio
