#include "db/sql_text.hpp"

#include <gtest/gtest.h>

namespace db {
namespace {

TEST(NumberParameters, gives_each_name_one_number_however_often_it_stands) {
  const auto sql = number_parameters("SELECT a FROM t WHERE a = :x AND b = :y OR c = :x");
  EXPECT_EQ(sql.text, "SELECT a FROM t WHERE a = $1 AND b = $2 OR c = $1");
  EXPECT_EQ(sql.names, (std::vector<std::string>{"x", "y"}));
}

TEST(NumberParameters, looks_into_no_literal_name_or_comment) {
  const std::string sql = "SELECT ':a', 'it''s :b', \"col:c\" -- :d\n, /* :e */ '' FROM t";
  EXPECT_EQ(number_parameters(sql).text, sql);
  EXPECT_TRUE(number_parameters(sql).names.empty());
}

TEST(NumberParameters, leaves_casts_and_lone_colons_alone) {
  const auto sql = number_parameters("SELECT x::text, y :: bigint, :x::bigint, a[1:2]");
  EXPECT_EQ(sql.text, "SELECT x::text, y :: bigint, $1::bigint, a[1:2]");
  EXPECT_EQ(sql.names, std::vector<std::string>{"x"});
}

TEST(NumberParameters, does_not_take_one_name_for_the_start_of_another) {
  const auto sql = number_parameters(":a,:ab,:a_b,:a1");
  EXPECT_EQ(sql.text, "$1,$2,$3,$4");
  EXPECT_EQ(sql.names, (std::vector<std::string>{"a", "ab", "a_b", "a1"}));
}

TEST(NumberParameters, reads_a_text_that_ends_in_the_middle) {
  for (const std::string sql : {"'open", "\"open", "/* open", "-- open", ":", "::", ""})
    EXPECT_EQ(number_parameters(sql).text, sql);
}

TEST(SplitStatements, parts_at_semicolons_outside_literals_and_comments) {
  const auto statements = split_statements(
      "-- first; comment\nCREATE TABLE a (x TEXT DEFAULT ';'); /* ; */\n\n INSERT INTO a VALUES ('--;''');;\n-- last");
  EXPECT_EQ(statements,
            (std::vector<std::string>{"CREATE TABLE a (x TEXT DEFAULT ';')", "INSERT INTO a VALUES ('--;''')"}));
}

TEST(SplitStatements, finds_none_in_a_blank_text) { EXPECT_TRUE(split_statements(" \n-- nothing\n ; ").empty()); }

TEST(FitDefinition, types_a_table_strictly_on_sqlite) {
  EXPECT_EQ(fit_definition("CREATE TABLE a (id BIGINT PRIMARY KEY, t TEXT DEFAULT 'BIGINT')", Engine::sqlite),
            "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT DEFAULT 'BIGINT') STRICT");
}

TEST(FitDefinition, orders_text_by_code_point_on_postgresql) {
  EXPECT_EQ(fit_definition("create table a (id bigint, t text CHECK (t <> CAST(id AS TEXT)))", Engine::postgres),
            "create table a (id bigint, t TEXT COLLATE \"C\" CHECK (t <> CAST(id AS TEXT)))");
  EXPECT_EQ(fit_definition("ALTER TABLE a ADD COLUMN u TEXT", Engine::postgres),
            "ALTER TABLE a ADD COLUMN u TEXT COLLATE \"C\"");
}

TEST(FitDefinition, keeps_a_table_in_the_order_of_its_key_where_the_engine_can) {
  const std::string text = "CREATE TABLE a (x BIGINT, y BIGINT, PRIMARY KEY (x, y)) {{clustered}}";
  EXPECT_TRUE(fit_definition(text, Engine::sqlite).ends_with("PRIMARY KEY (x, y))  STRICT, WITHOUT ROWID"));
  EXPECT_TRUE(fit_definition(text, Engine::postgres).ends_with("PRIMARY KEY (x, y)) "));
}

TEST(FitDefinition, leaves_other_statements_as_they_stand) {
  const std::string text = "CREATE INDEX i ON a (CAST(t AS TEXT), CAST(u AS BIGINT))";
  EXPECT_EQ(fit_definition(text, Engine::sqlite), text);
  EXPECT_EQ(fit_definition(text, Engine::postgres), text);
}

}  // namespace
}  // namespace db
