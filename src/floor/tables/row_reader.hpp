// The cells of one row as values; what cannot be read becomes a problem with its line, its column and the reason (P13).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.hpp"
#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "floor/tables/column.hpp"
#include "floor/tables/grid.hpp"
#include "floor/tables/header.hpp"

namespace tables {

struct Problem {
  int line;            // as the spreadsheet numbers it
  std::string column;  // "SIREN", or empty: the whole row
  std::string letter;  // "C"; empty when the sheet has no such column
  base::Refusal why;   // visit::sentence() gives the French
};

struct Problems {
  static constexpr std::size_t most_kept = 1000;
  std::vector<Problem> first;  // at most that many, in order
  std::size_t count = 0;       // all of them
  std::size_t rows = 0;        // that have at least one
};

// A method returns null for an empty cell, and for one that it cannot read: then the row is not sound(). Asserts that
// `key` is a column of that kind.
class RowReader {
 public:
  struct Sheet {
    const Mapping& mapping;
    std::span<const Column> columns;
    DateSystem dates;
  };
  RowReader(const Line& line, const Sheet& sheet, Problems& problems)
      : line_(line), sheet_(sheet), problems_(problems) {}

  int line() const { return line_.number; }
  bool sound() const { return sound_; }

  std::optional<std::string> text(std::string_view key);  // blanks squeezed
  std::optional<base::Money> amount(std::string_view key);
  std::optional<base::Day> day(std::string_view key);
  std::optional<std::int64_t> number(std::string_view key);
  std::optional<base::Rate> rate(std::string_view key);
  std::optional<base::Siren> siren(std::string_view key);
  std::optional<base::Siret> siret(std::string_view key);
  // `why` says what the desk knows of a text that is no SIRET; null: no more than that.
  using Objection = std::function<std::optional<base::Refusal>(std::string_view typed)>;
  std::optional<base::Siret> siret(std::string_view key, const Objection& why);
  std::optional<base::EmailAddress> email(std::string_view key);
  std::optional<base::Phone> phone(std::string_view key, std::string_view postal_code = "");
  std::optional<base::Plate> plate(std::string_view key);
  std::optional<base::PostalCode> postal_code(std::string_view key);
  // The index of the choice that is named, whatever case and accents.
  std::optional<std::size_t> choice(std::string_view key, std::span<const std::string_view> choices);

  // The cell itself of a text column, for what depends on how it stood in the file. Null: empty or absent.
  const Cell* cell(std::string_view key) { return place(key, Kind::text).cell; }

  // What the desk knows better: "ce SIREN figure déjà ligne 12". An empty key: the whole row.
  void refuse(std::string_view key, base::Refusal why);

 private:
  struct Place {
    std::size_t column;
    const Cell* cell;  // null: empty or absent
  };
  Place place(std::string_view key, Kind kind);
  void refuse(const Place& place, base::RefusalCode code, std::vector<std::string> details = {});
  template <class T>
  std::optional<T> identifier(std::string_view key, Kind kind, base::RefusalCode code, std::size_t digits);

  const Line& line_;
  const Sheet sheet_;
  Problems& problems_;
  bool sound_ = true;
};

// The good rows, each with its line, and what is wrong with the others.
template <class T>
struct Taken {
  std::vector<std::pair<int, T>> rows;
  Problems problems;
};

// `make(RowReader&)` gives a T; what it gives for a row that is not sound is dropped. `T` may be an optional.
template <class T, class Make>
Taken<T> take_rows(const Grid& grid, const Mapping& mapping, std::span<const Column> columns, Make make) {
  Taken<T> taken;
  for (std::size_t i = mapping.first_row; i < grid.lines.size(); ++i) {
    RowReader row(grid.lines[i], {mapping, columns, grid.dates}, taken.problems);
    auto made = make(row);
    if (row.sound())
      taken.rows.emplace_back(row.line(), std::move(made));
    else
      ++taken.problems.rows;
  }
  return taken;
}

}  // namespace tables
