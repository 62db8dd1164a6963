#include "floor/tables/row_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "base/utf8.hpp"
#include "floor/tables/numbers.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/typed_cells.hpp"

namespace tables {
namespace {

// What stands in the cell, short enough for a sentence.
std::string quoted(const Cell& cell) {
  constexpr std::size_t shown = 40;
  std::string text;
  std::size_t at = 0;
  for (std::size_t count = 0; at < cell.text.size() && count < shown; ++count) {
    const auto point = base::decode_utf8(cell.text, at);
    text.append(cell.text, at, point.length);
    at += point.length;
  }
  return at < cell.text.size() ? text + "…" : text;
}

// What our own CSV wrote before a text that begins like a formula, or a person so that it stays a text.
std::string_view without_apostrophe(std::string_view text) {
  const bool guarded = text.size() >= 2 && text[0] == '\'';
  return guarded && std::string_view("=+-@").find(text[1]) != std::string_view::npos ? text.substr(1) : text;
}

std::string padded(const Cell& cell, std::size_t digits) {
  if (cell.kind != CellKind::number || !base::all_digits(cell.text) || cell.text.size() >= digits) return cell.text;
  return std::string(digits - cell.text.size(), '0') + cell.text;
}

}  // namespace

RowReader::Place RowReader::place(std::string_view key, Kind kind) {
  const auto& columns = sheet_.columns;
  const auto column =
      std::find_if(columns.begin(), columns.end(), [key](const Column& each) { return each.key == key; });
  MANDAT_ASSERT(column != columns.end() && column->kind == kind);
  const auto index = static_cast<std::size_t>(column - columns.begin());
  const auto at = sheet_.mapping.columns[index];
  const bool there = at && *at < line_.cells.size() && !line_.cells[*at].empty();
  const Place found{index, there ? &line_.cells[*at] : nullptr};
  if (!there && column->need == Need::value) refuse(found, cell_missing);
  return found;
}

void RowReader::refuse(const Place& place, base::RefusalCode code, std::vector<std::string> details) {
  if (place.cell != nullptr) details.insert(details.begin(), quoted(*place.cell));
  refuse(sheet_.columns[place.column].key, {code, {}, std::move(details)});
}

void RowReader::refuse(std::string_view key, base::Refusal why) {
  sound_ = false;
  ++problems_.count;
  if (problems_.first.size() >= Problems::most_kept) return;
  Problem problem{line_.number, {}, {}, std::move(why)};
  for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
    if (key.empty() || sheet_.columns[i].key != key) continue;
    problem.column = sheet_.columns[i].label;
    if (const auto at = sheet_.mapping.columns[i]) problem.letter = column_letters(*at);
  }
  problems_.first.push_back(std::move(problem));
}

std::optional<std::string> RowReader::text(std::string_view key) {
  const Place found = place(key, Kind::text);
  if (found.cell == nullptr) return std::nullopt;
  std::string text = base::squeeze(without_apostrophe(found.cell->text));
  const int most = sheet_.columns[found.column].most;
  if (base::has_control_characters(text))
    refuse(found, cell_no_text);
  else if (base::count_code_points(text) > static_cast<std::size_t>(most))
    refuse(found, cell_too_long, {std::to_string(most)});
  else
    return text;
  return std::nullopt;
}

std::optional<base::Money> RowReader::amount(std::string_view key) {
  const Place found = place(key, Kind::amount);
  if (found.cell == nullptr) return std::nullopt;
  const bool stored = found.cell->kind == CellKind::number;
  const auto amount = stored ? money_of_decimal(found.cell->text) : base::parse_money(found.cell->text);
  if (!amount) refuse(found, cell_no_amount);
  return amount;
}

std::optional<base::Day> RowReader::day(std::string_view key) {
  const Place found = place(key, Kind::day);
  if (found.cell == nullptr) return std::nullopt;
  // A bare number of five digits is a day that lost its format.
  const bool serial = base::all_digits(found.cell->text) && found.cell->text.size() == 5;
  const bool stored = found.cell->kind == CellKind::number || serial;
  const auto day = stored ? day_of_serial(found.cell->text, sheet_.dates) : parse_day(found.cell->text);
  if (!day) refuse(found, cell_no_day);
  return day;
}

std::optional<std::int64_t> RowReader::number(std::string_view key) {
  const Place found = place(key, Kind::number);
  if (found.cell == nullptr) return std::nullopt;
  const bool decimals = found.cell->kind == CellKind::number && found.cell->text.find('.') != std::string::npos;
  const auto number = decimals ? std::nullopt : parse_count(found.cell->text);
  if (!number) refuse(found, cell_no_number);
  return number;
}

std::optional<base::Rate> RowReader::rate(std::string_view key) {
  const Place found = place(key, Kind::rate);
  if (found.cell == nullptr) return std::nullopt;
  const auto rate = parse_percent(found.cell->text);
  if (!rate) refuse(found, cell_no_rate);
  return rate;
}

template <class T>
std::optional<T> RowReader::identifier(std::string_view key, Kind kind, base::RefusalCode code, std::size_t digits) {
  const Place found = place(key, kind);
  if (found.cell == nullptr) return std::nullopt;
  const auto value = T::parse(padded(*found.cell, digits));
  if (!value) refuse(found, code);
  return value;
}

std::optional<base::Siren> RowReader::siren(std::string_view key) {
  return identifier<base::Siren>(key, Kind::siren, cell_no_siren, 9);
}
std::optional<base::Siret> RowReader::siret(std::string_view key) {
  return identifier<base::Siret>(key, Kind::siret, cell_no_siret, 14);
}
std::optional<base::Siret> RowReader::siret(std::string_view key, const Objection& why) {
  const Place found = place(key, Kind::siret);
  if (found.cell == nullptr) return std::nullopt;
  const std::string typed = padded(*found.cell, 14);
  const auto siret = base::Siret::parse(typed);
  if (siret) return siret;
  if (auto refusal = why(typed))
    refuse(key, *std::move(refusal));
  else
    refuse(found, cell_no_siret);
  return std::nullopt;
}
std::optional<base::EmailAddress> RowReader::email(std::string_view key) {
  return identifier<base::EmailAddress>(key, Kind::email, cell_no_email, 0);
}
std::optional<base::Plate> RowReader::plate(std::string_view key) {
  return identifier<base::Plate>(key, Kind::plate, cell_no_plate, 0);
}
std::optional<base::PostalCode> RowReader::postal_code(std::string_view key) {
  return identifier<base::PostalCode>(key, Kind::postal_code, cell_no_postal_code, 5);
}

std::optional<base::Phone> RowReader::phone(std::string_view key, std::string_view postal_code) {
  const Place found = place(key, Kind::phone);
  if (found.cell == nullptr) return std::nullopt;
  // A national number that was taken for a number has lost its 0.
  const auto phone = base::Phone::parse(without_apostrophe(padded(*found.cell, 10)), postal_code);
  if (!phone) refuse(found, cell_no_phone);
  return phone;
}

std::optional<std::size_t> RowReader::choice(std::string_view key, std::span<const std::string_view> choices) {
  const Place found = place(key, Kind::choice);
  if (found.cell == nullptr) return std::nullopt;
  const std::string named = base::fold(found.cell->text);
  std::string all;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (base::fold(choices[i]) == named) return i;
    all.append(all.empty() ? "" : ", ").append(choices[i]);
  }
  refuse(found, cell_no_choice, {all});
  return std::nullopt;
}

}  // namespace tables
