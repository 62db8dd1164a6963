#include "desks/motor/rates/rates_rules.hpp"

#include <algorithm>
#include <set>

#include "base/money.hpp"
#include "base/text.hpp"

namespace motor::rates {
namespace {

// "62,50 €/h" -> "62,50": the unit may be typed, or come with a pasted cell.
std::string_view without_unit(std::string_view typed, Unit unit) {
  static constexpr std::string_view of_prices[] = {"HT", "/h", "/H", "€"};
  static constexpr std::string_view of_discounts[] = {"%"};
  const std::span<const std::string_view> endings = unit == Unit::percent
                                                        ? std::span<const std::string_view>(of_discounts)
                                                        : std::span<const std::string_view>(of_prices);
  std::string_view text = base::trim(typed);
  for (const auto ending : endings)
    if (text.ends_with(ending)) text = base::trim(text.substr(0, text.size() - ending.size()));
  return text;
}

bool holds_letter_for_zero(std::string_view text) {
  std::string mended(text);
  std::replace_if(
      mended.begin(), mended.end(), [](char c) { return c == 'O' || c == 'o'; }, '0');
  return mended != text && base::parse_money(mended).has_value();
}

std::int64_t highest(Unit unit) { return unit == Unit::percent ? 100 : highest_rate.value(); }

bool says_nothing(const Line& line) {
  const auto empty = [](const auto& price) { return !price.has_value(); };
  return line.agreement == Agreement::unsaid && std::all_of(line.prices.begin(), line.prices.end(), empty);
}

Line read_line(const TypedRow& typed, std::size_t row, base::Refusals& refusals) {
  Line line{.company = base::squeeze(typed.company)};
  for (const Column column : columns) {
    const auto at = static_cast<std::size_t>(column);
    line.prices[at] = read_price(typed.cells[at], unit(column), cell_field(row, column), refusals);
  }
  line.agreement = agreement_from_text(typed.agreement).value_or(Agreement::unsaid);
  return line;
}

// Higher is more particular (M27.in_force); null when the version is not for what is asked.
std::optional<int> particularity(const Version& version, const Asked& asked) {
  const Reach& reach = version.reach;
  if (reach.effective_on > asked.on) return std::nullopt;
  if (!reach.make.empty() && !same_make(reach.make, asked.make)) return std::nullopt;
  if (reach.establishment && reach.establishment != asked.establishment) return std::nullopt;
  return (reach.make.empty() ? 0 : 2) + (reach.establishment ? 1 : 0);
}

}  // namespace

std::optional<Price> read_price(std::string_view typed, Unit unit, const std::string& field, base::Refusals& refusals) {
  const std::string_view text = without_unit(typed, unit);
  if (text.empty()) return std::nullopt;
  const bool wrong_unit = unit == Unit::percent && text.find("€") != std::string_view::npos;
  const auto amount = wrong_unit ? std::nullopt : base::parse_money(text);
  if (!amount) {
    const auto code = holds_letter_for_zero(text) ? letter_for_zero : bad_price;
    refusals.push_back({code, field, {std::string(base::trim(typed))}});
    return std::nullopt;
  }
  if (amount->cents > highest(unit) * 100) {
    refusals.push_back({too_high, field, {shown_text({highest(unit) * 100}, unit)}});
    return std::nullopt;
  }
  return Price{amount->cents};
}

std::string cell_field(std::size_t row, Column column) {
  return std::to_string(row) + "-" + std::string(to_text(column));
}
std::string company_field(std::size_t row) { return std::to_string(row) + "-company"; }
std::string agreement_field(std::size_t row) { return std::to_string(row) + "-agreement"; }

base::Outcome<std::vector<Line>> read_grid(const std::vector<TypedRow>& rows) {
  base::Refusals refusals;
  std::vector<Line> lines;
  std::set<std::string> seen;
  if (rows.size() > static_cast<std::size_t>(most_companies.value()))
    return base::Refusal{
        too_many_companies, std::string(added_company_field), {std::to_string(most_companies.value())}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    lines.push_back(read_line(rows[row], row, refusals));
    const std::string& company = lines.back().company;
    if (company.empty())
      refusals.push_back({company_missing, company_field(row)});
    else if (base::count_code_points(company) > static_cast<std::size_t>(longest_company.value()))
      refusals.push_back({company_too_long, company_field(row), {std::to_string(longest_company.value())}});
    else if (!seen.insert(base::fold(company)).second)
      refusals.push_back({company_twice, company_field(row), {company}});
  }
  if (!refusals.empty()) return refusals;
  if (std::all_of(lines.begin(), lines.end(), says_nothing))
    return base::Refusal{empty_grid, cell_field(0, Column::t1)};
  return lines;
}

base::Outcome<std::string> read_added_company(std::string_view typed, const std::vector<TypedRow>& rows) {
  const std::string field(added_company_field);
  const std::string name = base::squeeze(typed);
  if (base::fold(name).empty()) return base::Refusal{company_missing, field};
  if (base::count_code_points(name) > static_cast<std::size_t>(longest_company.value()))
    return base::Refusal{company_too_long, field, {std::to_string(longest_company.value())}};
  if (rows.size() >= static_cast<std::size_t>(most_companies.value()))
    return base::Refusal{too_many_companies, field, {std::to_string(most_companies.value())}};
  for (const auto& row : rows)
    if (base::fold(row.company) == base::fold(name)) return base::Refusal{company_twice, field, {row.company}};
  return name;
}

base::Outcome<base::Day> read_effective_day(std::string_view typed, base::Day today) {
  const auto text = base::trim(typed);
  if (text.empty()) return today;
  const auto day = base::Day::from_iso(text);
  if (!day) return base::Refusal{bad_day, "effective_on"};
  if (*day < today) return base::Refusal{day_over, "effective_on"};
  return *day;
}

bool same_make(std::string_view a, std::string_view b) { return base::fold(a) == base::fold(b); }

const Version* in_force(const std::vector<Version>& versions, const Asked& asked) {
  const Version* best = nullptr;
  int best_particularity = -1;
  const auto later = [](const Version& a, const Version& b) {
    return std::tuple(a.reach.effective_on, a.sent_at, a.id) > std::tuple(b.reach.effective_on, b.sent_at, b.id);
  };
  for (const Version& version : versions) {
    const auto found = particularity(version, asked);
    if (!found || *found < best_particularity) continue;
    if (best == nullptr || *found > best_particularity || later(version, *best)) best = &version;
    best_particularity = *found;
  }
  return best;
}

bool Difference::differs(Column column) const {
  const auto of = [&](const Line* line) { return line == nullptr ? std::optional<Price>{} : line->price(column); };
  return of(before) != of(after);
}

bool Difference::agreement_differs() const {
  const auto of = [](const Line* line) { return line == nullptr ? Agreement::unsaid : line->agreement; };
  return of(before) != of(after);
}

bool Difference::any() const {
  if (before == nullptr || after == nullptr || agreement_differs()) return true;
  return std::any_of(columns.begin(), columns.end(), [&](Column column) { return differs(column); });
}

std::vector<Difference> compare(const Version& before, const Version& after) {
  const auto line_of = [](const Version& version, std::string_view company) -> const Line* {
    for (const Line& line : version.lines)
      if (base::fold(line.company) == base::fold(company)) return &line;
    return nullptr;
  };
  std::vector<Difference> rows;
  for (const Line& line : after.lines) rows.push_back({line.company, line_of(before, line.company), &line});
  for (const Line& line : before.lines)
    if (line_of(after, line.company) == nullptr) rows.push_back({line.company, &line, nullptr});
  return rows;
}

const Line* line_for(const Version& version, std::string_view insurer) {
  const std::string wanted = base::fold(insurer);
  const Line* open_to_all = nullptr;
  for (const Line& line : version.lines) {
    if (!wanted.empty() && base::fold(line.company) == wanted) return &line;
    if (line.company == standard_companies.front()) open_to_all = &line;
  }
  return open_to_all;
}

}  // namespace motor::rates
