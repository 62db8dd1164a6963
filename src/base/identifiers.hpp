// Identifiers of French businesses and people's contact data, checked when built: a Siren in hand is a valid one.
// Rules and vectors: docs/identifiers.md. Spaces (and dots, dashes where people type them) are accepted and stripped.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

// Each value keeps its canonical text: no blanks, upper case (an e-mail address: lower case; a plate: as on the car).
template <class Tag>
class CheckedText {
 public:
  static std::optional<CheckedText> parse(std::string_view typed);
  const std::string& text() const { return text_; }
  friend auto operator<=>(const CheckedText&, const CheckedText&) = default;

 private:
  explicit CheckedText(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

using Siren = CheckedText<struct SirenTag>;            // 9 digits, Luhn, not all zero
using Siret = CheckedText<struct SiretTag>;            // 14 digits, Luhn, La Poste exception (356000000)
using Orias = CheckedText<struct OriasTag>;            // 8 digits, the first two ≥ 07
using VatNumber = CheckedText<struct VatNumberTag>;    // FR + key + SIREN (Monaco: 000 + 6 digits)
using Iban = CheckedText<struct IbanTag>;              // mod 97; FR and MC: length 27 and RIB key
using Bic = CheckedText<struct BicTag>;                // 8 or 11 characters
using CreditorId = CheckedText<struct CreditorIdTag>;  // ICS, EPC262-08
using Plate = CheckedText<struct PlateTag>;            // final: SIV AB-123-CD or FNI 123 ABC 75
using PostalCode = CheckedText<struct PostalCodeTag>;  // 5 digits, 01 to 95, 97, 98 (existence: floor/places)
using EmailAddress = CheckedText<struct EmailTag>;     // one mailbox, no display name, no control character, ≤ 254

template <>
std::optional<Siren> Siren::parse(std::string_view typed);
template <>
std::optional<Siret> Siret::parse(std::string_view typed);
template <>
std::optional<Orias> Orias::parse(std::string_view typed);
template <>
std::optional<VatNumber> VatNumber::parse(std::string_view typed);
template <>
std::optional<Iban> Iban::parse(std::string_view typed);
template <>
std::optional<Bic> Bic::parse(std::string_view typed);
template <>
std::optional<CreditorId> CreditorId::parse(std::string_view typed);
template <>
std::optional<Plate> Plate::parse(std::string_view typed);
template <>
std::optional<PostalCode> PostalCode::parse(std::string_view typed);
template <>
std::optional<EmailAddress> EmailAddress::parse(std::string_view typed);

// A phone number in E.164 (+33612345678), read with the French numbering plan; the region (Réunion, Guadeloupe,
// Martinique, Guyane, Mayotte) is taken from the postal code of the place, since 0692… is no number of the mainland.
class Phone {
 public:
  static std::optional<Phone> parse(std::string_view typed, std::string_view postal_code = "");
  const std::string& e164() const { return e164_; }
  bool mobile() const;           // a French mobile, which can receive an SMS; of foreign numbers we do not know
  std::string national() const;  // 06 12 34 56 78, or the E.164 when not French
  friend auto operator<=>(const Phone&, const Phone&) = default;

 private:
  explicit Phone(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

Siren siren_of(const Siret& siret);

}  // namespace base
