// Why a file is no table, or a cell not what its column asks (P13). Their French sentences: sentences().
#pragma once

#include <span>

#include "base/outcome.hpp"
#include "web/phrasebook.hpp"

namespace tables {

// The file.
inline constexpr base::RefusalCode empty_table{base::RefusalKind::invalid, "table.empty"};
inline constexpr base::RefusalCode not_a_table{base::RefusalKind::invalid, "table.not_a_table"};
inline constexpr base::RefusalCode old_workbook{base::RefusalKind::invalid, "table.old_workbook"};
inline constexpr base::RefusalCode open_document{base::RefusalKind::invalid, "table.open_document"};
inline constexpr base::RefusalCode damaged_workbook{base::RefusalKind::invalid, "table.damaged_workbook"};
inline constexpr base::RefusalCode no_sheet{base::RefusalKind::invalid, "table.no_sheet"};
inline constexpr base::RefusalCode open_quote{base::RefusalKind::invalid, "table.open_quote"};  // {0} the line
inline constexpr base::RefusalCode bomb{base::RefusalKind::too_large, "table.bomb"};
inline constexpr base::RefusalCode table_too_large{base::RefusalKind::too_large, "table.too_large"};
inline constexpr base::RefusalCode too_many_rows{base::RefusalKind::too_large, "table.too_many_rows"};  // {0} the most
inline constexpr base::RefusalCode too_many_columns{base::RefusalKind::too_large, "table.too_many_columns"};
inline constexpr base::RefusalCode too_many_cells{base::RefusalKind::too_large, "table.too_many_cells"};
inline constexpr base::RefusalCode cell_too_large{base::RefusalKind::too_large,
                                                  "table.cell_too_large"};  // {0} the line
inline constexpr base::RefusalCode not_read{base::RefusalKind::unavailable, "table.not_read"};

// Its header line.
inline constexpr base::RefusalCode missing_columns{base::RefusalKind::invalid, "table.missing_columns"};  // {0} names
inline constexpr base::RefusalCode repeated_column{base::RefusalKind::invalid, "table.repeated_column"};  // {0} name

// A cell: {0} is what stands there.
inline constexpr base::RefusalCode cell_missing{base::RefusalKind::invalid, "table.cell.missing"};
inline constexpr base::RefusalCode cell_too_long{base::RefusalKind::invalid, "table.cell.too_long"};  // {1} characters
inline constexpr base::RefusalCode cell_no_text{base::RefusalKind::invalid, "table.cell.no_text"};
inline constexpr base::RefusalCode cell_no_amount{base::RefusalKind::invalid, "table.cell.no_amount"};
inline constexpr base::RefusalCode cell_no_day{base::RefusalKind::invalid, "table.cell.no_day"};
inline constexpr base::RefusalCode cell_no_number{base::RefusalKind::invalid, "table.cell.no_number"};
inline constexpr base::RefusalCode cell_no_rate{base::RefusalKind::invalid, "table.cell.no_rate"};
inline constexpr base::RefusalCode cell_no_siren{base::RefusalKind::invalid, "table.cell.no_siren"};
inline constexpr base::RefusalCode cell_no_siret{base::RefusalKind::invalid, "table.cell.no_siret"};
inline constexpr base::RefusalCode cell_no_email{base::RefusalKind::invalid, "table.cell.no_email"};
inline constexpr base::RefusalCode cell_no_phone{base::RefusalKind::invalid, "table.cell.no_phone"};
inline constexpr base::RefusalCode cell_no_plate{base::RefusalKind::invalid, "table.cell.no_plate"};
inline constexpr base::RefusalCode cell_no_postal_code{base::RefusalKind::invalid, "table.cell.no_postal_code"};
inline constexpr base::RefusalCode cell_no_choice{base::RefusalKind::invalid, "table.cell.no_choice"};  // {1} choices

std::span<const web::Sentence> sentences();  // of these codes, in French

}  // namespace tables
