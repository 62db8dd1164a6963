#include "desks/credit/offer/offer_form.hpp"

#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/tables/typed_cells.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;

std::string bare(std::string text) {  // without its unit
  const auto unit = text.rfind("\u00a0");
  return unit == std::string::npos ? text : text.substr(0, unit);
}

std::string row(std::string_view name, int number) { return std::string(name) + "_" + std::to_string(number); }

class Reader {
 public:
  Reader(const web::Fields& form, base::Day today) : form_(form), today_(today) {}

  TypedRound read() {
    TypedRound round;
    read_days(round);
    round.note = std::string(base::trim(form_.get("note")));
    if (base::count_code_points(round.note) > longest_note)
      refuse(note_too_long, "note", {french::integer(static_cast<std::int64_t>(longest_note))});
    auto& of = round.quote.premium;
    read_clauses(of.terms);
    forget_other_model(of.terms);
    for (int number = 1; number <= line_rows; ++number) read_line(of, number);
    for (int number = 1; number <= fee_rows; ++number) read_fee(of, number);
    if (of.terms.model == engine::ContractModel::turnover_declaration) {
      if (of.lines.empty()) refuse(turnover_missing, row("line_turnover", 1));
      round.quote.deposits = amount("deposits");
    }
    if (refusals_.empty()) judge(of);
    return round;
  }
  const base::Refusals& refusals() const { return refusals_; }

 private:
  void refuse(base::RefusalCode code, std::string field, std::vector<std::string> details = {}) {
    refusals_.push_back({code, std::move(field), std::move(details)});
  }
  std::string_view text(const std::string& field) const { return base::trim(form_.get(field)); }

  void read_days(TypedRound& round) {
    const auto issued = base::Day::from_iso(text("issued"));
    if (!issued || *issued > today_) refuse(bad_issue_day, "issued");
    round.issued = issued.value_or(today_);
    if (text("last_day").empty()) return;
    round.last_day = base::Day::from_iso(text("last_day"));
    if (!round.last_day || *round.last_day < round.issued) refuse(bad_last_day, "last_day");
  }
  // What is left empty keeps its usual value.
  void read_clauses(engine::Terms& terms) {
    for (const auto& field : clause_fields()) {
      const std::string key(field.key);
      if (text(key).empty() || field.take(terms, text(key))) continue;
      switch (field.kind) {
        case ClauseKind::money:
          refuse(bad_amount, key);
          break;
        case ClauseKind::percent:
        case ClauseKind::multiple:
          refuse(bad_percent, key);
          break;
        case ClauseKind::days:
        case ClauseKind::day_of_month:
          refuse(bad_count, key);
          break;
        case ClauseKind::choice:
          refuse(choice_missing, key);
          break;
      }
    }
  }
  static void forget_other_model(engine::Terms& terms) {
    if (terms.model == engine::ContractModel::forfait) {
      terms.minimum_premium = {};
    } else {
      terms.fixed_premium = {};
      terms.turnover_ceiling = {};
    }
  }
  base::Money amount(const std::string& field) {
    if (text(field).empty()) return {};
    const auto value = base::parse_money(text(field));
    if (!value) refuse(bad_amount, field);
    return value.value_or(base::Money{});
  }
  void read_line(engine::PremiumCase& of, int number) {
    const auto turnover = row("line_turnover", number), rate = row("line_rate", number),
               name = row("line_name", number);
    if (text(turnover).empty() && text(rate).empty()) return;
    engine::PremiumLine line{.name = base::squeeze(form_.get(name)), .insurable_turnover = amount(turnover)};
    if (line.name.empty() || base::count_code_points(line.name) > longest_name) refuse(line_name_missing, name);
    if (form_.get(row("line_zone", number)) == engine::to_text(engine::Zone::abroad)) line.zone = engine::Zone::abroad;
    if (!text(rate).empty()) {
      const auto value = tables::parse_percent(text(rate));
      if (!value) refuse(bad_percent, rate);
      line.rate = value.value_or(base::Rate{});
    }
    lines_.push_back(number);
    of.lines.push_back(std::move(line));
  }
  void read_fee(engine::PremiumCase& of, int number) {
    const auto name = row("fee_name", number), count = row("fee_count", number), unit = row("fee_unit", number);
    if (text(unit).empty() && text(name).empty()) return;
    engine::Fee fee{.name = base::squeeze(form_.get(name)), .unit = amount(unit)};
    if (fee.name.empty() || base::count_code_points(fee.name) > longest_name) refuse(line_name_missing, name);
    if (!text(count).empty()) {
      const auto value = tables::parse_count(text(count));
      if (!value) refuse(bad_count, count);
      fee.count = value.value_or(1);
    }
    fees_.push_back(number);
    of.fees.push_back(std::move(fee));
  }
  // What the engines would refuse, beside the field it was typed in.
  void judge(const engine::PremiumCase& of) {
    for (auto refusal : engine::faults(of)) {
      refusal.field = field_of(refusal.field);
      refusals_.push_back(std::move(refusal));
    }
  }
  std::string field_of(const std::string& path) const {
    const auto parts = base::split(path, '/');
    if (parts.size() == 2 && parts[0] == "terms") return std::string(parts[1]);
    if (parts.size() != 3) return path;
    const auto& rows = parts[0] == "lines" ? lines_ : fees_;
    const auto number = rows.at(static_cast<std::size_t>(std::stoi(std::string(parts[1]))));
    if (parts[0] == "fees") return row(parts[2] == "count" ? "fee_count" : "fee_unit", number);
    return row(parts[2] == "rate" ? "line_rate" : "line_turnover", number);
  }

  const web::Fields& form_;
  base::Day today_;
  base::Refusals refusals_;
  std::vector<int> lines_, fees_;  // the rows of the form that were filled
};

}  // namespace

base::Outcome<TypedRound> read_round(const web::Fields& form, base::Day today) {
  Reader reader(form, today);
  auto round = reader.read();
  if (!reader.refusals().empty()) return reader.refusals();
  return round;
}

std::optional<base::Instant> typed_instant(std::string_view typed_day, std::string_view typed_time) {
  const auto day = base::Day::from_iso(base::trim(typed_day));
  const auto parts = base::split(base::trim(typed_time), ':');
  if (!day || parts.size() < 2) return std::nullopt;
  const auto hour = tables::parse_count(parts[0]), minute = tables::parse_count(parts[1]);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return base::paris::at(*day, static_cast<int>(*hour), static_cast<int>(*minute));
}

Pairs pairs_of(const Quote& quote) {
  Pairs pairs;
  const auto& of = quote.premium;
  for (const auto& field : clause_fields()) pairs.emplace_back(field.key, field.typed(of.terms));
  for (std::size_t i = 0; i < of.lines.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    pairs.emplace_back(row("line_name", number), of.lines[i].name);
    pairs.emplace_back(row("line_zone", number), std::string(engine::to_text(of.lines[i].zone)));
    if (of.lines[i].rate.e8 != 0) pairs.emplace_back(row("line_rate", number), bare(french::percent(of.lines[i].rate)));
    pairs.emplace_back(row("line_turnover", number), bare(french::euros(of.lines[i].insurable_turnover)));
  }
  for (std::size_t i = 0; i < of.fees.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    pairs.emplace_back(row("fee_name", number), of.fees[i].name);
    pairs.emplace_back(row("fee_count", number), std::to_string(of.fees[i].count));
    pairs.emplace_back(row("fee_unit", number), bare(french::euros(of.fees[i].unit)));
  }
  if (quote.deposits.cents != 0) pairs.emplace_back("deposits", bare(french::euros(quote.deposits)));
  return pairs;
}

}  // namespace credit::offer
