// A list of buyers as a spreadsheet holds it (C2, P13): which columns, and each row as a buyer or what is wrong with
// it.
#pragma once

#include <functional>
#include <span>

#include "base/rule.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/tables/row_reader.hpp"

namespace credit::portfolio {

inline constexpr base::Rule buyers_table_rules[] = {
    MANDAT_RULE("C2.import",
                "Buyers are taken from a paste, a CSV file or a workbook; each wrong row is told with its line and the "
                "reason, and the good ones can be taken without them, or none"),
    MANDAT_RULE(
        "C2.unidentified",
        "A row without an identifier (a foreign buyer, a registration under way) is kept and flagged: it is asked "
        "for before the hand-over, found by a filter of its own and filled in on its line; the same row imported again "
        "is no second buyer, even once he was completed"),
    MANDAT_RULE("C2.once", "An identifier that stands twice in one list is told at its second row"),
};

inline constexpr base::RefusalCode named_twice{base::RefusalKind::invalid, "credit.import.named_twice"};  // {0} line
inline constexpr base::RefusalCode bad_terms_cell{base::RefusalKind::invalid, "credit.import.bad_terms"};

std::span<const tables::Column> buyer_columns();

using ReadBuyers = tables::Taken<NewBuyer>;
ReadBuyers read_buyers(const tables::Grid& grid, const tables::Mapping& mapping);

// Each wrong row with all that is wrong with it, whatever their number.
void each_wrong_buyer(const tables::Grid& grid, const tables::Mapping& mapping,
                      const std::function<void(const tables::Line&, const tables::Problems&)>& take);

// An identifier as it was typed; a SIREN that a spreadsheet took for a number gets its zeros back (P13.zeros).
std::string identifier_text(const tables::Cell& cell, std::string_view country);

// The days of "45", "45 j", "60 jours", "30 jours fin de mois" counted as 30; empty: 30. Null: unreadable.
std::optional<int> terms_of(std::string_view typed);

}  // namespace credit::portfolio
