#include "desks/credit/calc/calc.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "desks/credit/calc/writer.hpp"

namespace credit::calc {
namespace {

using Json = nlohmann::json;

std::string manual() {
  std::stringstream text;
  text << std::ifstream(std::string(MANDAT_SOURCE_DIR) + "/docs/calc.md").rdbuf();
  return text.str();
}

TEST(Calc, C35_each_example_of_the_manual_gives_what_the_manual_says) {
  static const std::regex example(R"(\n## ([a-z-]+)\n[^#]*?```json\n([^`]*)```[^#`]*?```json\n([^`]*)```)");
  const std::string text = manual();
  int count = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), example), end; it != end; ++it, ++count) {
    const std::string kind = (*it)[1];
    ASSERT_TRUE(knows(kind)) << kind;
    const auto answer = run(kind, (*it)[2].str());
    ASSERT_EQ(answer.status, 0) << kind << ": " << answer.error;
    const auto given = Json::parse(answer.out);
    EXPECT_TRUE(given.at("explanation").is_array() && !given.at("explanation").empty());
    const auto told = Json::parse((*it)[3].str());
    for (const auto& [part, value] : told.items()) EXPECT_EQ(given.at(part), value) << kind;
  }
  EXPECT_EQ(count, 7);
}

TEST(Calc, C16_the_manual_names_every_clause) {
  // What read_terms reads is what finish() lets pass: a clause that the manual forgets is found by its name.
  std::ifstream file(std::string(MANDAT_SOURCE_DIR) + "/src/desks/credit/calc/cases.cpp");
  std::stringstream source;
  source << file.rdbuf();
  static const std::regex member(R"re(from\.(?:read|choose)\("(\w+)", terms\.)re");
  const std::string text = source.str(), pages = manual();
  int count = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), member), end; it != end; ++it, ++count)
    EXPECT_NE(pages.find("`" + (*it)[1].str() + "`"), std::string::npos) << (*it)[1];
  EXPECT_GE(count, 30);
}

// The error lines of a case that must be refused.
std::string faults(std::string_view kind, std::string_view json) {
  const auto answer = run(kind, json);
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(answer.out, "");
  return answer.error;
}

TEST(Calc, C35_a_wrong_case_is_told_with_its_path_and_all_at_once) {
  EXPECT_EQ(faults("recovery", R"({"debt": "12,5", "indemnity": 1.5})"),
            "/debt : montant attendu, en texte (\"1234.50\") ou en nombre entier d’euros, jusqu’à 10 milliards\n"
            "/indemnity : montant attendu, en texte (\"1234.50\") ou en nombre entier d’euros, jusqu’à 10 milliards\n"
            "/recovered : cette valeur manque\n");
  EXPECT_EQ(faults("effect-date", R"({"signed_on": "2026-02-30"})"),
            "/signed_on : date attendue, de 1900 à 2999 : \"2026-11-21\"\n");
  EXPECT_EQ(faults("effect-date", R"({"signed_on": "2026-02-03", "on_the_day": "noon"})"),
            "/on_the_day : choix attendu : before, after\n");
  EXPECT_EQ(faults("premium", R"({"terms": {"model": "flat"}, "lines": [{"name": 3}]})"),
            "/terms/model : choix attendu : forfait, turnover_declaration\n/lines/0/name : texte attendu\n"
            "/lines/0/rate : cette valeur manque\n/lines/0/insurable_turnover : cette valeur manque\n");
  EXPECT_EQ(faults("premium", "[]"), "/ : objet JSON attendu\n");
}

TEST(Calc, C35_a_misspelt_member_is_refused_rather_than_ignored) {
  EXPECT_EQ(faults("recovery", R"({"debt": 4, "indemnity": 2, "recovered": 1, "alocation": "pro_rata"})"),
            "/alocation : nom inconnu\n");
}

TEST(Calc, C16_what_an_engine_refuses_is_told_with_its_path) {
  EXPECT_EQ(faults("premium", R"({"terms": {"named_percentage": "101%"},
                                  "lines": [{"name": "France", "rate": "0.2%", "insurable_turnover": -1}]})"),
            "/terms/named_percentage : Indiquez un taux de 1\u00a0% à 100\u00a0%.\n"
            "/lines/0/insurable_turnover : Ce montant ne peut pas être négatif.\n");
  EXPECT_EQ(faults("new-sales", R"({"unpaid": 1, "margin": "5%", "cover": {"insurable_turnover": 0, "rate": "1%"}})"),
            "/cover/insurable_turnover : Indiquez un montant supérieur à zéro.\n");
  EXPECT_EQ(faults("effect-date", R"({"signed_on": "2026-02-03", "cutoff_day": 31})"),
            "/cutoff_day : Indiquez un jour du mois, de 1 à 28.\n");
}

TEST(Calc, C35_what_is_not_json_is_told) {
  for (const auto* text : {"", "{", "{\"debt\": 1, \"debt\": 2}", "\xff"})
    EXPECT_EQ(faults("recovery", text), "Ce n’est pas du JSON valable (UTF-8, sans nom en double).\n");
}

TEST(Calc, C16_amounts_and_rates_are_exact) {
  EXPECT_EQ(exact_money("1234.5"), base::Money{123'450});
  EXPECT_EQ(exact_money("-0.01"), base::Money{-1});
  for (const auto* text : {"", ".5", "1.", "1.234", "1,5", "1e3", "--1", "99999999999999999999"})
    EXPECT_FALSE(exact_money(text)) << text;
  EXPECT_EQ(exact_rate("0.25%"), base::Rate{250'000});
  EXPECT_EQ(exact_rate("0.25 %"), base::Rate{250'000});
  EXPECT_EQ(exact_rate("0.0025"), base::Rate{250'000});
  EXPECT_EQ(exact_rate("30"), base::Rate::percent(3'000));
  EXPECT_FALSE(exact_rate("0.0000001%"));
  EXPECT_EQ(exact(base::Money{-123'405}), "-1234.05");
  EXPECT_EQ(exact(base::Rate{250'000}), "0.0025");
  EXPECT_EQ(exact(base::Rate::percent(3'000)), "30");
}

}  // namespace
}  // namespace credit::calc
