#include "base/identifiers.hpp"
#include "base/typed_text.hpp"

namespace base {
namespace {

// Letters of a French account number count as A–I = 1–9, J–R = 1–9, S–Z = 2–9.
std::int64_t rib_number(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : text) {
    const int letter = c - 'A';
    value = value * 10 + (is_digit(c) ? c - '0' : letter < 18 ? letter % 9 + 1 : letter - 16);
  }
  return value;
}

// Bank (5 digits), branch (5), account (11), key (2), as on a relevé d’identité bancaire; `text` has 23 characters.
bool is_rib(std::string_view text) {
  const std::string_view bank = text.substr(0, 5), branch = text.substr(5, 5), key = text.substr(21);
  if (!all_digits(bank) || !all_digits(branch) || !all_digits(key)) return false;
  const std::int64_t sum = 89 * rib_number(bank) + 15 * rib_number(branch) + 3 * rib_number(text.substr(10, 11));
  return rib_number(key) == 97 - sum % 97;
}

// ISO 13616: country, two control digits from 02 to 98, account; the whole gives 1 modulo 97, its head put last.
bool is_iban(std::string_view text) {
  if (text.size() < 15 || text.size() > 34 || !all_alphanumeric(text) || !all_upper(text.substr(0, 2))) return false;
  const std::string_view control = text.substr(2, 2);
  if (!all_digits(control) || control < "02" || control > "98") return false;
  if (mod97(std::string(text.substr(4)) + std::string(text.substr(0, 4))) != 1) return false;
  const bool french = text.starts_with("FR") || text.starts_with("MC");
  return !french || (text.size() == 27 && is_rib(text.substr(4)));
}

}  // namespace

template <>
std::optional<Iban> Iban::parse(std::string_view typed) {
  std::string text = compact(typed, "-.");
  if (!is_iban(text)) return std::nullopt;
  return Iban(std::move(text));
}

// ISO 9362:2014 as in pain.001.001.09: four characters of the bank, country, place, and the branch if any.
template <>
std::optional<Bic> Bic::parse(std::string_view typed) {
  std::string text = compact(typed);
  if ((text.size() != 8 && text.size() != 11) || !all_alphanumeric(text)) return std::nullopt;
  if (!all_upper(std::string_view(text).substr(4, 2))) return std::nullopt;
  return Bic(std::move(text));
}

// EPC262-08: the control digits leave out the business code (characters 5 to 7), which the creditor chooses.
template <>
std::optional<CreditorId> CreditorId::parse(std::string_view typed) {
  std::string text = compact(typed);
  const std::string_view read = text;
  if (read.size() < 8 || read.size() > 35 || !all_alphanumeric(read)) return std::nullopt;
  const std::string_view country = read.substr(0, 2), control = read.substr(2, 2), national = read.substr(7);
  if (!all_upper(country) || !all_digits(control) || (country == "FR" && read.size() != 13)) return std::nullopt;
  if (mod97(std::string(national) + std::string(read.substr(0, 4))) != 1) return std::nullopt;
  return CreditorId(std::move(text));
}

}  // namespace base
