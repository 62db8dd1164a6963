#include "base/identifiers.hpp"

#include <charconv>

#include "base/text.hpp"
#include "base/typed_text.hpp"

namespace base {
namespace {

constexpr std::string_view la_poste = "356000000";

int value_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_siren(std::string_view text) {
  return text.size() == 9 && all_digits(text) && luhn_sum(text) % 10 == 0 && text != "000000000";
}

bool is_siret(std::string_view text) {
  if (text.size() != 14 || !all_digits(text) || !is_siren(text.substr(0, 9))) return false;
  if (luhn_sum(text) % 10 == 0) return true;
  int sum = 0;
  for (const char digit : text) sum += digit - '0';
  return text.starts_with(la_poste) && sum % 5 == 0;
}

// BOI-TVA-DECLA-20-10-10: two digits derived from the SIREN, or two characters of which one is a letter.
bool is_vat_key(std::string_view key, std::string_view siren) {
  const int number = value_of(siren);
  if (all_digits(key)) return value_of(key) == (12 + 3 * (number % 97)) % 97;
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // neither I nor O
  const std::size_t first = alphabet.find(key[0]), second = alphabet.find(key[1]);
  if (first == std::string_view::npos || second == std::string_view::npos) return false;
  const int check = static_cast<int>(is_digit(key[0]) ? first * 24 + second - 10 : first * 34 + second - 100);
  return (number + 1 + check / 11) % 11 == check % 11;
}

// Letters of the SIV since 2009: no I, O or U (taken for 1, 0 and V), and no SS.
bool is_siv_pair(std::string_view pair) {
  return all_upper(pair) && pair.find_first_of("IOU") == std::string_view::npos && pair != "SS";
}

bool is_fni_department(std::string_view text) {
  if (text == "2A" || text == "2B") return true;
  if (!all_digits(text)) return false;
  const int number = value_of(text);
  return (text.size() == 2 && number >= 1 && number <= 95) || (text.size() == 3 && number >= 971 && number <= 976);
}

std::optional<std::string> siv_plate(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const std::string_view left = text.substr(0, 2), number = text.substr(2, 3), right = text.substr(5);
  if (!is_siv_pair(left) || left == "WW" || !is_siv_pair(right) || !all_digits(number) || number == "000")
    return std::nullopt;
  return std::string(left) + "-" + std::string(number) + "-" + std::string(right);
}

std::optional<std::string> fni_plate(std::string_view text) {
  const std::size_t letters = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto is_letter = [](char c) { return is_upper(c) && c != 'I' && c != 'O' && c != 'U'; };
  const auto department = static_cast<std::size_t>(
      std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(letters), text.end(), is_letter) - text.begin());
  if (letters < 1 || letters > 4 || department == letters || department - letters > 3) return std::nullopt;
  if (text.find_first_not_of('0') >= letters || !is_fni_department(text.substr(department))) return std::nullopt;
  return std::string(text.substr(0, letters)) + " " + std::string(text.substr(letters, department - letters)) + " " +
         std::string(text.substr(department));
}

// RFC 5321 §4.1.2 Dot-string, without the quoted form that no mailbox of ours has.
bool is_local_part(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), [&](char c) {
           return is_alphanumeric(upper(c)) || signs.find(c) != std::string_view::npos;
         });
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_alphanumeric(upper(c)) || c == '-'; });
}

bool is_domain(std::string_view text) {
  const auto labels = split(text, '.');
  return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), is_label) && labels.back().size() >= 2 &&
         !all_digits(labels.back());
}

}  // namespace

template <>
std::optional<Siren> Siren::parse(std::string_view typed) {
  std::string text = compact(typed, ".-");
  if (!is_siren(text)) return std::nullopt;
  return Siren(std::move(text));
}

template <>
std::optional<Siret> Siret::parse(std::string_view typed) {
  std::string text = compact(typed, ".-");
  if (!is_siret(text)) return std::nullopt;
  return Siret(std::move(text));
}

template <>
std::optional<Orias> Orias::parse(std::string_view typed) {
  std::string text = compact(typed);
  constexpr std::string_view year_of_the_first_register = "07";
  if (text.size() != 8 || !all_digits(text) || text.substr(0, 2) < year_of_the_first_register) return std::nullopt;
  return Orias(std::move(text));
}

template <>
std::optional<VatNumber> VatNumber::parse(std::string_view typed) {
  std::string text = compact(typed, ".-");
  if (text.size() != 13 || !text.starts_with("FR")) return std::nullopt;
  const std::string_view key = std::string_view(text).substr(2, 2), siren = std::string_view(text).substr(4);
  const bool monaco = siren.starts_with("000") && all_digits(siren) && all_digits(key) && siren != "000000000";
  if ((!monaco && !is_siren(siren)) || !is_vat_key(key, siren)) return std::nullopt;
  return VatNumber(std::move(text));
}

template <>
std::optional<Plate> Plate::parse(std::string_view typed) {
  const std::string text = compact(typed, "-");
  auto plate = siv_plate(text);
  if (!plate) plate = fni_plate(text);
  if (!plate) return std::nullopt;
  return Plate(*std::move(plate));
}

template <>
std::optional<PostalCode> PostalCode::parse(std::string_view typed) {
  std::string text = compact(typed);
  if (text.size() != 5 || !all_digits(text)) return std::nullopt;
  const std::string_view department = std::string_view(text).substr(0, 2);
  if (department == "00" || department == "96" || department == "99") return std::nullopt;
  return PostalCode(std::move(text));
}

template <>
std::optional<EmailAddress> EmailAddress::parse(std::string_view typed) {
  const std::string_view text = trim(typed);
  const std::size_t at = text.rfind('@');
  if (text.size() > 254 || at == std::string_view::npos) return std::nullopt;
  if (!is_local_part(text.substr(0, at)) || !is_domain(text.substr(at + 1))) return std::nullopt;
  std::string address(text);
  std::transform(address.begin(), address.end(), address.begin(), lower);
  return EmailAddress(std::move(address));
}

Siren siren_of(const Siret& siret) { return Siren::parse(std::string_view(siret.text()).substr(0, 9)).value(); }

}  // namespace base
