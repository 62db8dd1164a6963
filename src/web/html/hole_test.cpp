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

TEST(Hole, cannot_be_made_by_what_a_person_types) {
  const std::string typed("avant\0après", 12);
  const Markup around = div(attr("title", typed), typed, hole());
  EXPECT_EQ(filled(around, b("!")).text(), "<div title=\"avant\uFFFDaprès\">avant\uFFFDaprès<b>!</b></div>");
}

}  // namespace
}  // namespace web::html
