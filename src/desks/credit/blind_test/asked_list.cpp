#include "desks/credit/blind_test/asked_list.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "desks/credit/blind_test/asked_amounts.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/portfolio/buyer.hpp"

namespace credit::blind_test {
namespace {

using Key = std::pair<std::string, std::string>;  // country, identifier

Key key_of(const TestLine& line) { return {line.country, line.identifier}; }

TestLine line_of(const portfolio::Buyer& buyer) {
  return {0, buyer.id.value, buyer.name, buyer.country, buyer.identifier, buyer.exposure, buyer.terms_days};
}

std::map<Key, base::Money> amounts_of(const std::vector<TestLine>& lines) {
  std::map<Key, base::Money> amounts;
  for (const TestLine& line : lines)
    if (!line.identifier.empty()) amounts.emplace(key_of(line), line.asked);
  return amounts;
}

// The largest first, so that the line an underwriter sees first is the one that decides.
void number_by_amount(std::vector<TestLine>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.asked > b.asked; });
  int number = 0;
  for (TestLine& line : lines) line.line = ++number;
}

}  // namespace

std::vector<TestLine> buyers_to_ask(db::Transaction& tx, PlacementId placement) {
  const auto before = amounts_of(cover_lines(tx, placement));
  std::vector<TestLine> lines;
  for (const auto& buyer : portfolio::buyers_of(tx, placement)) {
    if (buyer.identifier.empty()) continue;
    lines.push_back(line_of(buyer));
    const auto known = before.find(key_of(lines.back()));
    if (known != before.end()) lines.back().asked = std::max(lines.back().asked, known->second);
  }
  number_by_amount(lines);
  return lines;
}

std::string amount_field(const TestLine& line) { return std::string(amount_prefix) + std::to_string(line.buyer); }

base::Outcome<std::vector<TestLine>> asked_of(std::vector<TestLine> known, const web::Fields& form) {
  if (!form.find("choix")) return known;
  const TypedAmounts amounts(form, known);
  const bool others = form.get("reste") == "oui";
  std::vector<TestLine> asked;
  base::Refusals refusals;
  int shown = 0;
  for (TestLine& line : known) {
    const bool among_largest = shown++ < buyers_on_form;
    const std::string* said = amounts.of(line);
    if (said == nullptr && !among_largest) {
      if (others) asked.push_back(std::move(line));
      continue;
    }
    const std::string field = amount_field(line);
    const auto typed = base::trim(said == nullptr ? std::string_view() : std::string_view(*said));
    if (typed.empty()) continue;
    const auto amount = base::parse_money(typed);
    if (!amount || amount->cents <= 0) {
      refusals.push_back({bad_asked, field, {line.name}});
      continue;
    }
    line.asked = *amount;
    asked.push_back(std::move(line));
  }
  if (!refusals.empty()) return refusals;
  if (asked.empty() && !known.empty()) return base::Refusal{nobody_asked_of, "choix"};
  number_by_amount(asked);
  return asked;
}

std::vector<TestLine> list_to_compare(db::Transaction& tx, PlacementId placement, const std::vector<TestLine>& asked) {
  const auto now = amounts_of(asked), before = amounts_of(cover_lines(tx, placement));
  std::vector<TestLine> list;
  for (const auto& buyer : portfolio::buyers_of(tx, placement)) {
    TestLine line = line_of(buyer);
    const auto asked_now = now.find(key_of(line));
    const auto asked_before = before.find(key_of(line));
    if (asked_now != now.end())
      line.asked = asked_now->second;
    else if (asked_before != before.end())
      line.asked = std::max(line.asked, asked_before->second);
    list.push_back(std::move(line));
  }
  number_by_amount(list);
  return list;
}

}  // namespace credit::blind_test
