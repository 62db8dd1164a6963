// How tables of other programs are read and ours are written (P13), and what one file may cost. Pure.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/rule.hpp"

namespace tables {

inline constexpr base::Rule table_rules[] = {
    MANDAT_RULE(
        "P13.detected",
        "The separator of a CSV file (semicolon, comma or tab) and its encoding (UTF-8, UTF-16 with its mark, "
        "else Windows-1252) are detected; a first line sep= is obeyed; a pasted range is read by the same code"),
    MANDAT_RULE("P13.workbook",
                "Of an Excel workbook the first visible sheet is read: shared, rich and inline strings, numbers to the "
                "15 digits that Excel shows, days of both date systems; an old or protected workbook is refused with "
                "what to do"),
    MANDAT_RULE("P13.bounded",
                "A workbook is unpacked in a confined child, within limits of parts, size, ratio, rows, columns, cells "
                "and text: beyond one it is refused with the reason"),
    MANDAT_RULE("P13.headers",
                "A column is found by any of its French and English names, whatever the case, the accents and the "
                "order, in the first lines of the sheet; a missing one is named"),
    MANDAT_RULE("P13.rows",
                "A bad cell is reported with its line, its column and the reason; the good rows can be taken without "
                "it, or all refused"),
    MANDAT_RULE("P13.zeros",
                "A SIREN, SIRET or postal code that a spreadsheet took for a number gets its leading zeros back"),
    MANDAT_RULE(
        "P13.written",
        "CSV is written with semicolons and a UTF-8 mark, XLSX with amounts and days as such, French formats, a "
        "frozen header and a filter; what is written is read back the same"),
    MANDAT_RULE("P13.formulas",
                "A text that a spreadsheet would run as a formula is written so that it is shown instead"),
};

inline constexpr base::Figure<std::int64_t> most_file_bytes{"P13.most_file_bytes", 25 * 1024 * 1024};
inline constexpr base::Figure<int> most_rows{"P13.most_rows", 100'000};
inline constexpr base::Figure<int> most_columns{"P13.most_columns", 200};
inline constexpr base::Figure<int> most_cells{"P13.most_cells", 2'000'000};
inline constexpr base::Figure<int> most_cell_bytes{"P13.most_cell_bytes", 32'767};  // Excel's own, in characters
inline constexpr base::Figure<std::int64_t> most_text_bytes{"P13.most_text_bytes", 32 * 1024 * 1024};  // all cells

// Of a workbook, which is a ZIP archive of XML parts.
inline constexpr base::Figure<int> most_parts{"P13.most_parts", 2'000};
inline constexpr base::Figure<std::int64_t> most_part_bytes{"P13.most_part_bytes", 64 * 1024 * 1024};  // one, unpacked
inline constexpr base::Figure<int> most_ratio{"P13.most_ratio", 250};        // unpacked : packed, of a large part
inline constexpr base::Figure<int> most_marks{"P13.most_marks", 6'000'000};  // of XML tags in one part
inline constexpr base::Figure<int> header_within{"P13.header_within", 20};   // lines: titles may stand above it

inline constexpr base::Figure<int> most_exported{"P13.most_exported", 50'000};  // rows of one export

}  // namespace tables
