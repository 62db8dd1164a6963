#include "web/percent.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "web/forms.hpp"

namespace web {
namespace {

using namespace std::string_literals;

TEST(PercentEncoding, is_undone_for_text_only) {
  EXPECT_EQ(decode_percent("%C3%89pinal%20%2b"), "Épinal +");
  EXPECT_EQ(decode_percent("a+b"), "a+b");
  EXPECT_EQ(decode_percent("a+b", Plus::is_space), "a b");
  EXPECT_EQ(decode_percent("%2525"), "%25");  // once, not twice
  for (const auto& broken : {"%"s, "%4"s, "%4g"s, "%-1"s, "%00"s, "a\0b"s, "%ff"s, "%C0%AF"s, "%ED%A0%80"s, "\xff"s})
    EXPECT_EQ(decode_percent(broken), std::nullopt) << broken;
}

RC_GTEST_PROP(PercentEncoding, decodes_to_what_was_encoded, ()) {
  auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
  text += "é€𝄞";
  RC_ASSERT(decode_percent(encode_percent(text)) == text);
}

TEST(CanonicalPath, has_one_form_for_one_resource) {
  EXPECT_EQ(canonical_path("/"), "/");
  EXPECT_EQ(canonical_path("//"), "/");
  EXPECT_EQ(canonical_path("/travaux//lots/"), "/travaux/lots");
  EXPECT_EQ(canonical_path("/%74ravaux/%C3%A9t%C3%A9"), "/travaux/été");
  EXPECT_EQ(canonical_path("/a+b/..."), "/a+b/...");
}

TEST(CanonicalPath, may_not_climb_nor_hide_a_separator) {
  for (const auto* path : {"", "a", "*", "/..", "/../a", "/a/..", "/a/../b", "/.", "/a/%2e%2e", "/%2E/a", "/a%2Fb",
                           "/a%5cb", "/a\\b", "/%00"})
    EXPECT_EQ(canonical_path(path), std::nullopt) << path;
}

TEST(UrlencodedForm, keeps_the_order_and_the_repetitions) {
  const auto fields = parse_form("a=1&b=&c&a=2&=x&&%C3%A9=d%27un+coup%3D");
  ASSERT_TRUE(fields);
  const std::vector<std::pair<std::string, std::string>> expected = {{"a", "1"}, {"b", ""}, {"c", ""},
                                                                     {"a", "2"}, {"", "x"}, {"é", "d'un coup="}};
  EXPECT_EQ(fields->pairs(), expected);
  EXPECT_EQ(fields->get("a"), "1");
  EXPECT_EQ(fields->all("a"), (std::vector<std::string_view>{"1", "2"}));
  EXPECT_EQ(fields->find("absent"), std::nullopt);
}

TEST(UrlencodedForm, that_is_not_text_or_has_too_many_fields_is_refused) {
  for (const auto* broken : {"a=%", "%zz=1", "a=%00", "a=\xc3", "a=%C3&b=%A9"})
    EXPECT_FALSE(parse_form(broken)) << broken;
  std::string many;
  for (std::size_t i = 0; i < max_form_fields; ++i) many += "a=1&";
  EXPECT_TRUE(parse_form(many));
  EXPECT_FALSE(parse_form(many + "a=1"));
}

}  // namespace
}  // namespace web
