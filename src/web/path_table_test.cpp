#include "web/path_table.hpp"

#include <gtest/gtest.h>

#include "web/json.hpp"
#include "web/phrasebook.hpp"

#include <nlohmann/json.hpp>

namespace web {
namespace {

using Verdict = PathTable::Verdict;
using Texts = std::vector<std::string>;

PathTable a_table() {
  PathTable table;
  table.add(Method::get, "/", 0);
  table.add(Method::get, "/travaux/dossiers", 1);
  table.add(Method::post, "/travaux/dossiers", 2);
  table.add(Method::get, "/travaux/dossiers/{}", 3);
  table.add(Method::get, "/travaux/dossiers/nouveau", 4);
  table.add(Method::post, "/travaux/lots/{}/reponse", 5);
  table.add(Method::get, "/{}/aide", 6);
  table.add(Method::del, "/{}/{}/{}/{}", 7);
  return table;
}

TEST(Routes, are_found_by_method_and_path_with_their_parameters) {
  const PathTable table = a_table();
  const auto found = [&](Method method, std::string_view path) {
    auto match = table.match(method, path);
    EXPECT_EQ(match.verdict, Verdict::found) << path;
    return std::pair(match.index, match.parameters);
  };
  EXPECT_EQ(found(Method::get, "/"), std::pair(std::size_t{0}, Texts{}));
  EXPECT_EQ(found(Method::post, "/travaux/dossiers"), std::pair(std::size_t{2}, Texts{}));
  EXPECT_EQ(found(Method::get, "/travaux/dossiers/D-12 é"), std::pair(std::size_t{3}, Texts{"D-12 é"}));
  EXPECT_EQ(found(Method::get, "/travaux/dossiers/nouveau"), std::pair(std::size_t{4}, Texts{}));
  EXPECT_EQ(found(Method::post, "/travaux/lots/42/reponse"), std::pair(std::size_t{5}, Texts{"42"}));
  EXPECT_EQ(found(Method::get, "/travaux/aide"), std::pair(std::size_t{6}, Texts{"travaux"}));
  EXPECT_EQ(found(Method::del, "/travaux/lots/42/reponse").first, 7u);
  EXPECT_EQ(found(Method::del, "/travaux/lots/42/x"), std::pair(std::size_t{7}, (Texts{"travaux", "lots", "42", "x"})));
}

TEST(Routes, head_is_answered_as_get) {
  EXPECT_EQ(a_table().match(Method::head, "/travaux/dossiers").index, 1u);
  EXPECT_EQ(a_table().match(Method::head, "/travaux/lots/42/reponse").verdict, Verdict::no_such_method);
}

TEST(Routes, a_wrong_method_is_told_from_a_wrong_path) {
  const PathTable table = a_table();
  const auto wrong_method = table.match(Method::put, "/travaux/dossiers");
  EXPECT_EQ(wrong_method.verdict, Verdict::no_such_method);
  EXPECT_EQ(wrong_method.allow, "GET, HEAD, POST");
  EXPECT_EQ(table.match(Method::put, "/travaux/lots/42/reponse").allow, "POST, DELETE");
  for (const auto* path : {"/travaux", "/travaux/lots/42", "/travaux/dossiers/1/2/3", "/x"})
    EXPECT_EQ(table.match(Method::get, path).verdict, Verdict::no_such_path) << path;
}

TEST(RoutesDeathTest, one_method_and_path_has_one_row) {
  EXPECT_DEATH(a_table().add(Method::get, "/travaux/dossiers/{}", 9), "row == none");
}

constexpr Sentence sentences[] = {
    {"place.unknown", "Le code postal {0} n’existe pas."},
    {"swap", "{1} avant {0}, {2}."},
    {"braces", "{x} {0"},
};

base::Refusal refusal(std::string_view code, Texts details) {
  return {.code = {base::RefusalKind::invalid, code}, .details = std::move(details)};
}

TEST(Sentences, hold_the_details_of_the_refusal) {
  Phrasebook book;
  book.add(sentences);
  EXPECT_EQ(book.sentence(refusal("place.unknown", {"99999"})), "Le code postal 99999 n’existe pas.");
  EXPECT_EQ(book.sentence(refusal("swap", {"{1}", "b"})), "b avant {1}, .");
  EXPECT_EQ(book.sentence(refusal("braces", {})), "{x} {0");
  EXPECT_TRUE(book.knows("swap"));
  EXPECT_FALSE(book.knows("other"));
}

TEST(SentencesDeathTest, a_code_has_one_sentence) {
  Phrasebook book;
  book.add(sentences);
  EXPECT_DEATH(book.add(sentences), "added");
#ifndef NDEBUG
  EXPECT_DEATH(book.sentence(refusal("other", {})), "assertion failed");
#else
  EXPECT_EQ(book.sentence(refusal("other", {})), "Cette demande ne peut pas être acceptée.");
#endif
}

TEST(JsonBodies, are_one_value_of_reasonable_depth_without_repeated_names) {
  EXPECT_EQ(parse_json("{\"a\":[1,{\"a\":\"é\"}]}").value()["a"][1]["a"], "é");
  EXPECT_EQ(parse_json(" 12 ").value(), 12);
  const std::string deep(max_json_depth, '[');
  EXPECT_TRUE(parse_json(deep + std::string(max_json_depth, ']')));
  EXPECT_FALSE(parse_json("[" + deep + "]" + std::string(max_json_depth, ']')));
  for (const auto* broken :
       {"", "{", "{} {}", "{'a':1}", "[1,]", "\"\xff\"", "{\"a\":1,\"a\":2}", "{\"b\":{\"a\":1,\"a\":1}}"})
    EXPECT_FALSE(parse_json(broken)) << broken;
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
}

}  // namespace
}  // namespace web
