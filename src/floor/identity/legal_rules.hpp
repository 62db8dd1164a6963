// Who a business is on a bill and a mandate, and what still lacks (C. com. art. L441-9, R123-237; CGI ann. II art. 242
// nonies A). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/identifiers.hpp"
#include "base/rule.hpp"

namespace identity {

inline constexpr base::Rule legal_rules[] = {
    MANDAT_RULE(
        "P9.identity",
        "A bill or a mandate names both sides with SIREN, street and town, the house with its legal form and VAT "
        "number besides; while one of these is missing none is made, whoever can say it is asked to, and what "
        "waited is made as soon as it is said"),
};

struct Address {
  std::string street;
  std::optional<base::PostalCode> postal_code;
  std::string city;
  std::string insee = {};  // of the commune; empty when unknown

  bool complete() const { return !street.empty() && postal_code && !city.empty(); }
};

struct Legal {
  std::optional<base::Siren> siren;
  Address seat;
  std::string legal_form = {};  // of the house alone
  std::optional<base::VatNumber> vat_number = {};
};

enum class Side { house, partner };
enum class Lack { siren, legal_form, street, town, vat_number };
std::vector<Lack> lacking(const Legal& legal, Side side);
std::string names_of(const std::vector<Lack>& lacks);  // "le numéro SIREN et la rue"; empty when nothing lacks

base::VatNumber vat_number_of(const base::Siren& siren);  // FR, key, SIREN
// Written for another business than that SIREN's.
bool of_another(const base::VatNumber& number, const base::Siren& siren);

}  // namespace identity
