// The file of accounting entries that the tax authority may ask for (fichier des écritures comptables, LPF art. L47 A
// and A47 A-1): one line a line of the ledger, in eighteen columns. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/identifiers.hpp"
#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "floor/ledger/ledger_rules.hpp"

namespace ledger {

inline constexpr base::Rule fec_rules[] = {
    MANDAT_RULE("P13.fec",
                "The entries of a calendar year are given as the law's file: eighteen columns between tabs, in the "
                "order in which they were booked and numbered without a gap, named by SIREN and last day"),
};

struct FecEntry {
  std::string_view journal_code, journal;  // "VE", "Ventes"
  std::int64_t number;                     // from 1, without a gap
  base::Day day;                           // booked, which nothing changes: validated the same day
  std::string piece;                       // what proves it: "F-2026-000001"
  base::Day piece_day;
  std::string wording;
};
struct FecParty {
  std::string number, name;  // of the auxiliary account; empty for our own
};

std::string fec_header();  // with its line end, as all of them
std::string fec_line(const FecEntry& entry, const Line& line, const FecParty& party);
std::string fec_amount(base::Money amount);  // "1234,50"
std::string fec_filename(const base::Siren& siren, int year);

}  // namespace ledger
