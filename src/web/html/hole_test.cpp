#include "web/html/hole.hpp"

#include <gtest/gtest.h>

#include "web/html/elements.hpp"

namespace web::html {
namespace {

TEST(Hole, is_filled_where_it_stands_and_only_there) {
  const Markup around = div(cls("a"), p("avant"), hole(), p("après"));
  EXPECT_EQ(filled(around, b("<&>")).text(), "<div class=\"a\"><p>avant</p><b>&lt;&amp;&gt;</b><p>après</p></div>");
  EXPECT_EQ(filled(around, Markup()).text(), "<div class=\"a\"><p>avant</p><p>après</p></div>");
}

TEST(Hole, is_filled_again_and_again) {
  const Around item(li(cls("a"), hole()));
  Markup all;
  item.add_to(all, b("1"));
  item.add_to(all, Markup());
  EXPECT_EQ(all.text(), "<li class=\"a\"><b>1</b></li><li class=\"a\"></li>");
}

TEST(Hole, stands_beside_others_each_with_its_content) {
  const Around row(tr(td(a(href_hole(), hole())), td(cls("num"), hole())));
  Markup all;
  row.add_to(all, {Url::path("/dossiers/{}", 7), "<7>", b("8")});
  EXPECT_EQ(all.text(), "<tr><td><a href=\"/dossiers/7\">&lt;7&gt;</a></td><td class=\"num\"><b>8</b></td></tr>");
}

TEST(HoleDeathTest, takes_an_address_for_an_address_and_nothing_else) {
  const Around link(a(href_hole(), hole()));
  Markup all;
  EXPECT_DEATH(link.add_to(all, {"javascript:alert(1)", "texte"}), "");
  EXPECT_DEATH(link.add_to(all, {Url("/")}), "");
}

TEST(Hole, cannot_be_made_by_what_a_person_types) {
  const std::string typed("avant\0après\1", 13);
  const Markup around = div(attr("title", typed), typed, hole());
  EXPECT_EQ(filled(around, b("!")).text(),
            "<div title=\"avant\uFFFDaprès\uFFFD\">avant\uFFFDaprès\uFFFD<b>!</b></div>");
}

}  // namespace
}  // namespace web::html
