#include "floor/ledger/fec_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace ledger {
namespace {

base::Day day(int year, int month, int day) { return *base::Day::of(year, month, day); }

TEST(FecRules, P13_fec_has_the_eighteen_columns_of_the_law_in_its_order) {  // P13.fec
  EXPECT_EQ(fec_header(),
            "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
            "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\t"
            "Idevise\r\n");
  const Line line{AccountKind::commission_receivable, {7}, base::Money{123'456}, {}};
  const auto text = fec_line({"VE", "Ventes", 12, day(2026, 11, 23), "F-2026-000001", day(2026, 11, 24), "Commission"},
                             line, {"123456782", "Plomberie du Rhône"});
  EXPECT_EQ(text,
            "VE\tVentes\t12\t20261123\t411\tCommissions à recevoir\t123456782\tPlomberie du Rhône\tF-2026-000001\t"
            "20261124\tCommission\t1234,56\t0,00\t\t\t20261123\t\t\r\n");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\t'), 17);
}

TEST(FecRules, P13_fec_keeps_a_name_from_breaking_its_line) {  // P13.fec
  const Line line{AccountKind::bank, {}, {}, base::Money{5}};
  const auto text = fec_line({"BQ", "Banque", 1, day(2026, 1, 2), "A\tB", day(2026, 1, 2), "C\r\nD"}, line, {});
  EXPECT_EQ(text, "BQ\tBanque\t1\t20260102\t512\tBanque\t\t\tA B\t20260102\tC  D\t0,00\t0,05\t\t\t20260102\t\t\r\n");
}

TEST(FecRules, P13_fec_is_named_by_the_siren_and_the_last_day) {  // P13.fec
  EXPECT_EQ(fec_filename(*base::Siren::parse("732829320"), 2026), "732829320FEC20261231.txt");
}

}  // namespace
}  // namespace ledger
