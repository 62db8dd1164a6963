#include "floor/tables/row_reader.hpp"

#include <gtest/gtest.h>

#include "floor/tables/csv_reader.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/typed_cells.hpp"

namespace tables {
namespace {

constexpr Column columns[] = {
    {.key = "name", .label = "Raison sociale", .need = Need::value, .other_names = "nom;company", .most = 20},
    {.key = "siren", .label = "SIREN", .kind = Kind::siren, .need = Need::column, .other_names = "N° SIREN"},
    {.key = "turnover", .label = "Chiffre d’affaires", .kind = Kind::amount, .other_names = "CA;turnover"},
    {.key = "since", .label = "Client depuis", .kind = Kind::day},
    {.key = "mail", .label = "E-mail", .kind = Kind::email},
    {.key = "zone", .label = "Zone", .kind = Kind::choice},
};
constexpr std::string_view zones[] = {"France", "Étranger"};

struct Buyer {
  std::string name;
  std::optional<base::Siren> siren;
  std::optional<base::Money> turnover;
  std::optional<base::Day> since;
  std::optional<std::size_t> zone;
};

Buyer buyer_of(RowReader& row) {
  Buyer buyer{.name = row.text("name").value_or(""),
              .siren = row.siren("siren"),
              .turnover = row.amount("turnover"),
              .since = row.day("since"),
              .zone = row.choice("zone", zones)};
  row.email("mail");
  return buyer;
}

Taken<Buyer> take(const Grid& grid) {
  return take_rows<Buyer>(grid, map_header(grid, columns).value(), columns, buyer_of);
}
Taken<Buyer> take(std::string_view csv) { return take(read_csv(csv).value()); }

// P13.headers P13.header_within
TEST(Header, is_found_under_a_title_by_any_name_in_any_order) {
  const auto taken = take("Liste des acheteurs\n\nca;N° Siren;Inconnue;NOM\n1 234,50;732 829 320;x;Dupont\n");
  ASSERT_EQ(taken.rows.size(), 1u);
  EXPECT_EQ(taken.rows[0].first, 4);
  EXPECT_EQ(taken.rows[0].second.name, "Dupont");
  EXPECT_EQ(taken.rows[0].second.turnover, base::Money{123'450});
  const auto grid = read_csv("Nom;SIREN;Inconnue\n").value();
  EXPECT_EQ(map_header(grid, columns)->ignored, std::vector<std::string>{"Inconnue"});
  std::string deep;
  for (int i = 0; i < 19; ++i) deep += "x\n";
  EXPECT_TRUE(map_header(read_csv(deep + "Nom;SIREN\n").value(), columns).ok());
  EXPECT_FALSE(map_header(read_csv(deep + "x\nNom;SIREN\n").value(), columns).ok());
}

TEST(Header, names_what_lacks_and_what_stands_twice) {
  const auto missing = map_header(read_csv("Nom;CA\nDupont;12\n").value(), columns);
  ASSERT_TRUE(missing.refused_as(missing_columns));
  EXPECT_EQ(missing.refusal().details.front(), "« SIREN »");
  EXPECT_TRUE(map_header(read_csv("Nom;SIREN;Raison sociale\n").value(), columns).refused_as(repeated_column));
}

TEST(Header, of_a_paste_may_lack) {
  const auto pasted = read_csv("Dupont\t732829320\t12,50\n").value();
  const auto taken = take_rows<Buyer>(pasted, map_paste(pasted, columns).value(), columns, buyer_of);
  ASSERT_EQ(taken.rows.size(), 1u);
  EXPECT_EQ(taken.rows[0].second.turnover, base::Money{1'250});
  const auto headed = read_csv("Nom\tSIREN\nDupont\t732829320\n").value();
  EXPECT_EQ(map_paste(headed, columns)->first_row, 1u);
}

// P13.rows
TEST(RowReader, reports_each_bad_cell_and_takes_the_good_rows) {
  const auto taken = take(
      "Nom;SIREN;CA;Client depuis;E-mail;Zone\n"
      "Dupont;732829320;1.234,50 €;21/11/2026;a@exemple.fr;etranger\n"
      ";732829321;12,5O;31/02/2026;nulle part;Lune\n"
      "Une raison sociale beaucoup trop longue;;;;;\n"
      "Martin;;1234.5;;;\n");
  ASSERT_EQ(taken.rows.size(), 2u);
  EXPECT_EQ(taken.rows[0].second.zone, 1u);
  EXPECT_EQ(taken.rows[0].second.since, base::Day::of(2026, 11, 21));
  EXPECT_EQ(taken.rows[1].second.turnover, base::Money{123'450});
  EXPECT_EQ(taken.problems.rows, 2u);
  EXPECT_EQ(taken.problems.count, 7u);
  const auto& all = taken.problems.first;
  const auto is = [&](std::size_t i, int line, std::string_view column, std::string_view letter,
                      base::RefusalCode code) {
    EXPECT_EQ(all[i].line, line);
    EXPECT_EQ(all[i].column, column);
    EXPECT_EQ(all[i].letter, letter);
    EXPECT_EQ(all[i].why.code.name, code.name);
  };
  is(0, 3, "Raison sociale", "A", cell_missing);
  is(1, 3, "SIREN", "B", cell_no_siren);
  is(2, 3, "Chiffre d’affaires", "C", cell_no_amount);
  is(3, 3, "Client depuis", "D", cell_no_day);
  is(4, 3, "Zone", "F", cell_no_choice);
  is(5, 3, "E-mail", "E", cell_no_email);
  is(6, 4, "Raison sociale", "A", cell_too_long);
  EXPECT_EQ(all[2].why.details, std::vector<std::string>{"12,5O"});
  EXPECT_EQ(all[4].why.details, (std::vector<std::string>{"Lune", "France, Étranger"}));
}

TEST(RowReader, keeps_a_bounded_list_of_problems_and_counts_all) {
  std::string text = "Nom;SIREN\n";
  for (int i = 0; i < 1500; ++i) text += "Dupont;1\n";
  const auto taken = take(text);
  EXPECT_EQ(taken.problems.first.size(), 1000u);
  EXPECT_EQ(taken.problems.count, 1500u);
}

// P13.zeros
TEST(RowReader, gives_numbers_of_a_workbook_their_zeros_and_cents_back) {
  const auto cell = [](std::string text) { return Cell{std::move(text), CellKind::number}; };
  Grid grid{{{1, {{"Nom"}, {"SIREN"}, {"CA"}, {"Client depuis"}}},
             {2, {cell("42"), cell("5520135"), cell("1234.565"), cell("45982")}},
             {3, {{"x"}, {"5520135"}, {"1234.565"}, {"45982"}}}}};
  const auto taken = take(grid);
  ASSERT_EQ(taken.rows.size(), 1u);
  EXPECT_EQ(taken.rows[0].second.siren->text(), "005520135");
  EXPECT_EQ(taken.rows[0].second.turnover, base::Money{123'457});
  EXPECT_EQ(taken.rows[0].second.since->iso(), "2025-11-21");
  EXPECT_EQ(taken.problems.count, 2u) << "typed as text, a SIREN and an amount are what they are";
}

TEST(TypedCells, read_days_as_french_people_write_them) {
  const auto iso = [](const char* typed) { return parse_day(typed).value().iso(); };
  for (const char* typed :
       {"21/11/2026", "21-11-2026", "21.11.2026", "21/11/26", "2026-11-21", " 21/11/2026 08:30", "2026-11-21T08:30:00"})
    EXPECT_EQ(iso(typed), "2026-11-21") << typed;
  EXPECT_EQ(iso("1/2/49"), "2049-02-01");
  EXPECT_EQ(iso("1/2/50"), "1950-02-01");
  for (const char* none :
       {"", "31/02/2026", "11/21/2026", "2026/13/01", "21/11", "21 novembre", "021/11/2026", "21/11/226"})
    EXPECT_EQ(parse_day(none), std::nullopt) << none;
}

TEST(TypedCells, read_counts_and_percentages) {
  EXPECT_EQ(parse_count("1 234"), 1234);
  EXPECT_EQ(parse_count("1.234"), 1234);
  for (const char* none : {"", "1.5", "-1", "12a"}) EXPECT_EQ(parse_count(none), std::nullopt) << none;
  EXPECT_EQ(parse_percent("0,25 %"), base::Rate{250'000});
  EXPECT_EQ(parse_percent("0.25"), base::Rate{250'000});
  EXPECT_EQ(parse_percent("100"), base::Rate::percent(100));
  for (const char* none : {"", "%", "-1", "1001", "0,0000001", "1,2,3"})
    EXPECT_EQ(parse_percent(none), std::nullopt) << none;
  EXPECT_EQ(money_of_decimal("10000000000.004"), base::Money::euros(10'000'000'000));
  EXPECT_EQ(money_of_decimal("-1"), std::nullopt);
}

}  // namespace
}  // namespace tables
