#include "floor/identity/address_form.hpp"

#include "base/text.hpp"
#include "web/html/elements.hpp"

namespace identity {
namespace {

namespace ui = web::ui;

bool too_long(std::string_view typed) { return base::count_code_points(typed) > longest_address_line; }

std::string street_of(const web::Fields& form, base::Refusals& refusals) {
  const std::string street = base::squeeze(form.get("street"));
  if (street.empty()) refusals.push_back({street_missing, "street"});
  if (too_long(street)) refusals.push_back({address_too_long, "street", {std::to_string(longest_address_line)}});
  return street;
}

std::string town_of(const web::Fields& form, base::Refusals& refusals) {
  const std::string_view postal_code = base::trim(form.get("postal_code"));
  std::string town = base::squeeze(form.get("city"));
  if (too_long(town)) refusals.push_back({address_too_long, "city", {std::to_string(longest_address_line)}});
  const auto* commune = commune_named(postal_code, town);
  if (town.empty() && commune != nullptr) town = places::short_name(*commune);
  if (town.empty() && !places::communes_of(postal_code).empty()) refusals.push_back({town_missing, "city"});
  return town;
}

}  // namespace

const places::Commune* commune_named(std::string_view postal_code, std::string_view town) {
  const auto communes = places::communes_of(postal_code);
  const std::string wanted = base::fold(base::squeeze(town));
  for (const auto& commune : communes)
    if (!wanted.empty() && (base::fold(commune.name) == wanted || base::fold(places::short_name(commune)) == wanted))
      return &commune;
  return communes.size() == 1 ? &communes.front() : nullptr;
}

web::html::Markup address_fields(const Address& known, const ui::FormState& state) {
  const auto field = [&](ui::Field wanted) { return std::move(wanted).with(state); };
  return web::html::fragment(
      ui::text_field(
          field({.name = "street", .label = "Numéro et rue", .value = known.street, .autocomplete = "street-address"})),
      ui::field_row({ui::text_field(field({.name = "postal_code",
                                           .label = "Code postal",
                                           .value = known.postal_code ? known.postal_code->text() : std::string(),
                                           .width = ui::FieldWidth::short_text,
                                           .autocomplete = "postal-code"})),
                     ui::text_field(field({.name = "city",
                                           .label = "Ville",
                                           .value = known.city,
                                           .hint = "Vide : la commune du code postal, s’il n’en a qu’une.",
                                           .need = ui::Field::Need::optional,
                                           .autocomplete = "address-level2"}))}));
}

void check_street_and_town(const web::Fields& form, base::Refusals& refusals) {
  street_of(form, refusals);
  town_of(form, refusals);
}

std::optional<Address> typed_address(const web::Fields& form, base::Refusals& refusals) {
  const auto before = refusals.size();
  const std::string_view typed = base::trim(form.get("postal_code"));
  const auto postal_code = base::PostalCode::parse(typed);
  if (!postal_code || places::communes_of(typed).empty()) refusals.push_back({bad_postal_code, "postal_code"});
  const auto street = street_of(form, refusals);
  std::string town = town_of(form, refusals);
  if (refusals.size() > before) return std::nullopt;
  const auto* commune = commune_named(typed, town);
  return Address{street, postal_code, std::move(town),
                 commune == nullptr ? std::string() : std::string(commune->insee)};
}

}  // namespace identity
