// The columns of a table, described once: what is written under them and what is read back from a stranger's (P13).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/money.hpp"
#include "base/time.hpp"

namespace tables {

// What stands under a column; a RowReader's method of the same name reads it.
enum class Kind {
  text,
  amount,       // euros and cents
  day,          //
  instant,      // written only, as the wall time of Paris
  number,       // a whole one, not negative
  rate,         // a percentage
  siren,        //
  siret,        //
  email,        //
  phone,        //
  plate,        // of a vehicle
  postal_code,  //
  choice        // one of a few words
};

enum class Need {
  optional,  // the column may lack, a cell be empty
  column,    // the column must be there
  value,     // and each row have a value under it
};

struct Column {
  std::string_view key;    // "turnover": the name for the code
  std::string_view label;  // "Chiffre d’affaires": the header as written, and as named in errors
  Kind kind = Kind::text;
  Need need = Need::optional;
  std::string_view other_names = {};  // "CA HT;turnover;sales": read as this column too, whatever case and accents
  int most = 200;                     // characters of a text
  std::string_view choices = {};      // "Oui;Non": what a workbook offers in a cell of a choice
};

// What is written in a cell: nothing, text, euros, a day, an instant, a percentage or a count.
using Value =
    std::variant<std::monostate, std::string, base::Money, base::Day, base::Instant, base::Rate, std::int64_t>;
using Row = std::vector<Value>;  // as many as columns

}  // namespace tables
