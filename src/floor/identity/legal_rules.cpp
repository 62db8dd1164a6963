#include "floor/identity/legal_rules.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"

namespace identity {
namespace {

std::string_view name_of(Lack lack) {
  switch (lack) {
    case Lack::siren:
      return "le numéro SIREN";
    case Lack::legal_form:
      return "la forme juridique";
    case Lack::street:
      return "la rue";
    case Lack::town:
      return "la ville";
    case Lack::vat_number:
      return "le numéro de TVA";
  }
  return {};
}

}  // namespace

std::vector<Lack> lacking(const Legal& legal, Side side) {
  std::vector<Lack> lacks;
  if (side == Side::house && legal.legal_form.empty()) lacks.push_back(Lack::legal_form);
  if (!legal.siren) lacks.push_back(Lack::siren);
  if (legal.seat.street.empty()) lacks.push_back(Lack::street);
  if (!legal.seat.postal_code || legal.seat.city.empty()) lacks.push_back(Lack::town);
  if (side == Side::house && !legal.vat_number) lacks.push_back(Lack::vat_number);
  return lacks;
}

std::string names_of(const std::vector<Lack>& lacks) {
  std::string names;
  for (std::size_t i = 0; i < lacks.size(); ++i) {
    if (i > 0) names += i + 1 == lacks.size() ? " et " : ", ";
    names += name_of(lacks[i]);
  }
  return names;
}

// The key is what the number gives modulo 97 (CGI ann. II, art. 242 nonies; the form of docs/identifiers.md).
base::VatNumber vat_number_of(const base::Siren& siren) {
  const int rest = static_cast<int>(std::stoll(siren.text()) % 97);
  const auto number = base::VatNumber::parse(fmt::format("FR{:02}{}", (12 + 3 * rest) % 97, siren.text()));
  MANDAT_ASSERT(number);
  return *number;
}

bool of_another(const base::VatNumber& number, const base::Siren& siren) {
  return !std::string_view(number.text()).ends_with(siren.text());
}

}  // namespace identity
