// Reading a buyer, or a loss, as it was typed.
#include <charconv>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"

namespace credit::portfolio {
namespace {

std::string siren_in(std::string_view typed) {
  if (const auto siren = base::Siren::parse(typed)) return siren->text();
  // A French VAT number is FR, a key of two, and the SIREN.
  constexpr std::size_t vat_number = 13, before_siren = 4;
  if (typed.size() == vat_number && typed.starts_with("FR")) return siren_in(typed.substr(before_siren));
  if (const auto siret = base::Siret::parse(typed)) return base::siren_of(*siret).text();
  return {};
}

std::optional<int> days_in(std::string_view typed) {
  int days = 0;
  const auto text = base::trim(typed);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > longest_terms) return std::nullopt;
  return days;
}

std::string short_text(const web::Fields& form, std::string_view field, base::Refusals& refusals) {
  std::string text = base::squeeze(form.get(field));
  if (base::count_code_points(text) > text_limit)
    refusals.push_back({too_long, std::string(field), {std::to_string(text_limit)}});
  return text;
}

}  // namespace

base::Outcome<std::string> identifier_of(std::string_view country, std::string_view typed) {
  const std::string text = base::compact(typed, ".-/ ");
  if (text.empty()) return std::string();
  if (country == "FR" || country == "MC") {
    std::string siren = siren_in(text);
    if (siren.empty()) return base::Refusal{bad_siren, "identifier"};
    return siren;
  }
  constexpr std::size_t longest = 30;
  if (text.size() > longest || !base::all_alphanumeric(text)) return base::Refusal{bad_register, "identifier"};
  return text;
}

std::optional<std::string> country_of(std::string_view typed) {
  const std::string text = base::squeeze(typed);
  if (text.empty()) return "FR";
  const std::string code = base::compact(text);
  if (code.size() == 2 && base::all_upper(code)) return code;
  const std::string folded = base::fold(text);
  for (const Country& country : countries())
    if (base::fold(country.name) == folded) return std::string(country.code);
  return std::nullopt;
}

base::Outcome<NewBuyer> check_buyer(const web::Fields& form) {
  base::Refusals refusals;
  NewBuyer buyer;
  buyer.name = short_text(form, "name", refusals);
  if (buyer.name.empty()) refusals.push_back({name_missing, "name"});
  const auto country = country_of(form.get("country"));
  if (!country) refusals.push_back({unknown_country, "country"});
  buyer.country = country.value_or("FR");
  const auto identifier = identifier_of(buyer.country, form.get("identifier"));
  if (identifier)
    buyer.identifier = *identifier;
  else
    refusals.push_back(identifier.refusal());
  const auto exposure = base::parse_money(form.get("exposure"));
  if (!exposure || exposure->cents < 0) refusals.push_back({exposure_missing, "exposure"});
  buyer.exposure = exposure.value_or(base::Money{});
  const auto terms = days_in(form.get("terms_days"));
  if (!terms) refusals.push_back({bad_terms, "terms_days"});
  buyer.terms_days = terms.value_or(0);
  buyer.sector = short_text(form, "sector", refusals);
  buyer.group = short_text(form, "group", refusals);
  if (!refusals.empty()) return refusals;
  return buyer;
}

base::Outcome<Loss> check_loss(const web::Fields& form, base::Day today) {
  base::Refusals refusals;
  Loss loss{};
  loss.buyer_name = short_text(form, "buyer_name", refusals);
  if (loss.buyer_name.empty()) refusals.push_back({name_missing, "buyer_name"});
  const auto amount = base::parse_money(form.get("amount"));
  if (!amount || amount->cents == 0) refusals.push_back({bad_amount, "amount"});
  loss.amount = amount.value_or(base::Money{});
  const auto day = base::Day::from_iso(base::trim(form.get("due_on")));
  if (!day || *day > today || day->year() < today.year() - loss_years_back.value())
    refusals.push_back({loss_day, "due_on"});
  loss.due_on = day.value_or(today);
  const auto cause = cause_from_text(form.get("cause"));
  if (!cause) refusals.push_back({cause_missing, "cause"});
  loss.cause = cause.value_or(Cause::insolvency);
  if (!refusals.empty()) return refusals;
  return loss;
}

}  // namespace credit::portfolio
