#include "floor/einvoices/invoice_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace einvoices {
namespace {

constexpr std::string_view siren_mark = "SIREN ", vat_mark = "TVA ";

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

bool begins_with_postal_code(std::string_view line) {
  return line.size() > 6 && line[5] == ' ' &&
         std::all_of(line.begin(), line.begin() + 5, [](char c) { return c >= '0' && c <= '9'; });
}

// The collectivities that have a code and a VAT of their own; the overseas departments are billed as France.
std::string country_of(std::string_view postal_code) {
  constexpr std::pair<std::string_view, std::string_view> own[] = {{"97133", "BL"}, {"97150", "MF"}, {"975", "PM"},
                                                                   {"986", "WF"},   {"987", "PF"},   {"988", "NC"}};
  for (const auto& [prefix, country] : own)
    if (postal_code.starts_with(prefix)) return std::string(country);
  return "FR";
}

}  // namespace

std::string_view code_of(Type type) {
  switch (type) {
    case Type::invoice:
      return "380";
    case Type::credit_note:
      return "381";
    case Type::self_billed:
      break;
  }
  return "389";
}

Party party_of(std::string_view text) {
  Party party;
  const auto lines = split_lines(text);
  party.name = lines.front();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (line.starts_with(siren_mark)) {
      party.siren = line.substr(siren_mark.size());
    } else if (line.starts_with(vat_mark)) {
      party.vat_number = line.substr(vat_mark.size());
    } else if (begins_with_postal_code(line)) {
      party.postal_code = line.substr(0, 5);
      party.city = line.substr(6);
      party.country = country_of(party.postal_code);
    } else {  // the last one before the town is the street
      if (!party.street.empty()) party.legal_form = std::exchange(party.street, {});
      party.street = line;
    }
  }
  return party;
}

std::vector<VatGroup> by_rate(const std::vector<Line>& lines) {
  std::vector<VatGroup> groups;
  for (const Line& line : lines) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const VatGroup& g) { return g.rate == line.rate; });
    if (group == groups.end()) group = groups.insert(groups.end(), {line.rate, {}, {}});
    group->net += line.net;
    group->vat += line.vat;
  }
  return groups;
}

bool sufficient(const Invoice& invoice) {
  if (invoice.seller.name.empty() || invoice.buyer.name.empty() || invoice.lines.empty()) return false;
  const auto taxed = [](const Line& line) { return line.rate > base::Rate{}; };
  const Party& seller = invoice.seller;
  if (std::any_of(invoice.lines.begin(), invoice.lines.end(), taxed) && seller.vat_number.empty()) return false;
  if (std::all_of(invoice.lines.begin(), invoice.lines.end(), taxed)) return true;
  return !invoice.why_without_vat.empty() && !(seller.vat_number.empty() && seller.siren.empty());
}

std::string decimal(base::Money amount) {
  const auto cents = std::abs(amount.cents);
  return fmt::format("{}{}.{:02}", amount.cents < 0 ? "-" : "", cents / 100, cents % 100);
}

std::string percent(base::Rate rate) {
  std::string text = fmt::format("{}.{:06}", rate.e8 / 1'000'000, rate.e8 % 1'000'000);
  while (text.ends_with('0') && text[text.size() - 3] != '.') text.pop_back();
  return text;
}

}  // namespace einvoices
