#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "base/french.hpp"
#include "web/html/elements.hpp"

namespace web::html {
namespace {

// Reads back what append_escaped wrote; anything that could end the text or the attribute is reported as null.
std::optional<std::string> unescape(std::string_view html) {
  static const std::vector<std::pair<std::string_view, char>> references{
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string text;
  while (!html.empty()) {
    if (html.front() == '<' || html.front() == '>' || html.front() == '"' || html.front() == '\'') return std::nullopt;
    if (html.front() != '&') {
      text.push_back(html.front());
      html.remove_prefix(1);
      continue;
    }
    bool known = false;
    for (const auto& [reference, character] : references) {
      if (!html.starts_with(reference)) continue;
      text.push_back(character);
      html.remove_prefix(reference.size());
      known = true;
      break;
    }
    if (!known) return std::nullopt;
  }
  return text;
}

std::string_view between(std::string_view html, std::string_view before, std::string_view after) {
  return html.substr(before.size(), html.size() - before.size() - after.size());
}

rc::Gen<std::string> printable_with_markup() {
  return rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::element('<', '>', '&', '"', '\'', '/', '=', '!', '-'),
                                                        rc::gen::inRange<char>(' ', '\x7F')));
}

RC_GTEST_PROP(Html, any_text_reads_back_as_it_was_typed_but_for_its_no_break_spaces, ()) {
  const std::string typed = *printable_with_markup();
  const Markup page = p(typed);
  RC_ASSERT(unescape(between(page.text(), "<p>", "</p>")) == base::french::with_no_break_spaces(typed));
}

RC_GTEST_PROP(Html, any_attribute_value_reads_back_as_it_was_typed, ()) {
  const std::string typed = *printable_with_markup();
  const Markup field = input(value(typed));
  RC_ASSERT(unescape(between(field.text(), "<input value=\"", "\">")) == typed);
}

RC_GTEST_PROP(Html, an_address_holds_only_characters_of_a_path_whatever_its_values, ()) {
  const std::string typed = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  RC_PRE(typed != "." && typed != "..");
  const Url url = Url::path("/a/{}/b", typed).query("q", typed);
  RC_ASSERT(url.text().starts_with("/a/"));
  RC_ASSERT(std::count(url.text().begin(), url.text().end(), '/') == 3);
  RC_ASSERT(std::count(url.text().begin(), url.text().end(), '?') == 1);
  for (const char c : url.text()) {
    RC_ASSERT(std::isalnum(static_cast<unsigned char>(c)) != 0 ||
              std::string_view("/?=-._~%").find(c) != std::string_view::npos);
  }
}

TEST(Html, control_characters_become_the_replacement_character) {
  EXPECT_EQ(p(std::string_view("a\0b\x1B\tc", 6)).text(),
            "<p>a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\tc</p>");
}

TEST(Html, attributes_stand_in_the_tag_and_children_inside_in_order) {
  EXPECT_EQ(div(cls("card", "", "wide"), id(7), h2("A & B"), p("n° ", 12)).text(),
            "<div class=\"card wide\" id=\"7\"><h2>A &amp; B</h2><p>n° 12</p></div>");
}

TEST(Html, an_absent_attribute_or_child_leaves_no_trace) {
  EXPECT_EQ(input(type("checkbox"), checked_if(false), disabled_if(true), cls("")).text(),
            "<input type=\"checkbox\" disabled>");
  EXPECT_EQ(p(when(false, [] { return strong("x"); }), when(true, [] { return em("y"); })).text(), "<p><em>y</em></p>");
}

TEST(Html, lists_are_written_in_order_with_what_stands_between) {
  const std::vector<int> numbers{1, 2, 3};
  EXPECT_EQ(ul(each(numbers, [](int n) { return li(n); })).text(), "<ul><li>1</li><li>2</li><li>3</li></ul>");
  EXPECT_EQ(p(join(numbers, fragment(", "), [](int n) { return b(n); })).text(), "<p><b>1</b>, <b>2</b>, <b>3</b></p>");
}

TEST(Html, a_document_is_french_html) {
  EXPECT_EQ(document(body("x")).text(), "<!doctype html>\n<html lang=\"fr\"><body>x</body></html>\n");
}

TEST(Url, values_are_encoded_and_the_query_grows) {
  EXPECT_EQ(Url::path("/lots/{}/pieces/{}", std::int64_t{42}, "devis n°1.pdf").text(),
            "/lots/42/pieces/devis%20n%C2%B01.pdf");
  EXPECT_EQ(Url("/dossiers").query("q", "a&b").query("page", 2).fragment("liste").text(),
            "/dossiers?q=a%26b&page=2#liste");
}

TEST(Url, takes_over_the_query_of_another) {
  const Url other = Url("/ailleurs").query("q", "a&b").query("page", 2);
  EXPECT_EQ(Url("/dossiers").with_query_of(other).text(), "/dossiers?q=a%26b&page=2");
  EXPECT_EQ(Url("/dossiers").query("tri", "nom").with_query_of(other).text(), "/dossiers?tri=nom&q=a%26b&page=2");
  EXPECT_EQ(Url("/dossiers").with_query_of("/ailleurs").text(), "/dossiers");
}

TEST(Url, a_dot_segment_is_refused) { EXPECT_THROW((void)Url::path("/documents/{}", ".."), std::invalid_argument); }

TEST(Url, only_plain_https_addresses_are_taken_at_run_time) {
  EXPECT_TRUE(Url::https("https://exemple.fr/a?b=c"));
  for (const char* bad :
       {"javascript:alert(1)", "http://exemple.fr", "https://", "https://a b", "https://a\"b", "//a"}) {
    EXPECT_FALSE(Url::https(bad)) << bad;
  }
}

TEST(Url, telephone_and_mail_addresses_keep_their_shape) {
  EXPECT_EQ(Url::phone("+33612345678").text(), "tel:+33612345678");
  EXPECT_EQ(Url::mail("a?b@exemple.fr").text(), "mailto:a%3Fb@exemple.fr");
}

}  // namespace
}  // namespace web::html
