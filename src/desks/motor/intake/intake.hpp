// Files that a firm brings in, one by one or by tables, without a page (M31): what a form, an import and a program
// call.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file_creation.hpp"
#include "floor/tables/header.hpp"
#include "floor/tables/row_reader.hpp"

namespace motor::intake {

inline constexpr base::Rule intake_rules[] = {
    MANDAT_RULE("M31.import",
                "A table's rows are checked one by one: each error is told with its line, its column and the reason; "
                "the good rows are taken without the others, or all are refused, as the firm chooses"),
};
inline constexpr base::Figure<int> most_rows{"M31.most_rows", 5000};  // of one import

inline constexpr base::RefusalCode too_many_rows{base::RefusalKind::too_large,
                                                 "motor.import.too_many"};  // {0} the most
inline constexpr base::RefusalCode nothing_given{base::RefusalKind::invalid, "motor.import.nothing"};
inline constexpr base::RefusalCode twice{base::RefusalKind::invalid, "motor.import.twice"};  // {0} reference, {1} line
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "motor.import.choice_missing"};

// One file; the repairer who sees it at once is told.
base::Outcome<FileId> take(platform::Act& act, const identity::Actor& cabinet, const file::Particulars& said);

std::span<const tables::Column> columns();  // keys: file::field

enum class BadRows { refuse_all, leave };
struct Import {
  std::vector<std::pair<int, FileId>> made;  // by line
  tables::Problems problems;
};
// Every row, in one transaction. Refuses an organisation that is no firm of the desk, and a table beyond most_rows.
base::Outcome<Import> take(platform::Act& act, const identity::Actor& cabinet, const tables::Grid& grid,
                           const tables::Mapping& mapping, BadRows bad_rows);

// The rows that gave no file, as a range to paste again, under their header when the table had one.
std::string left_over(const tables::Grid& grid, const tables::Mapping& mapping, const Import& import);

}  // namespace motor::intake
