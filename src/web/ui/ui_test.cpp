#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "support/gallery/gallery.hpp"
#include "web/ui/asset.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/icon.hpp"
#include "web/ui/problem_page.hpp"
#include "web/ui/value.hpp"

namespace web::ui {
namespace {

std::string text(const html::Markup& markup) { return std::string(markup.text()); }

TEST(Icons, the_list_of_the_code_is_the_list_of_the_sprite) {
  std::ifstream list(MANDAT_SOURCE_DIR "/assets/icons.txt");
  std::vector<std::string> names;
  for (std::string line; std::getline(list, line);) {
    if (!line.empty() && line.front() != '#') names.push_back(line.substr(0, line.find(' ')));
  }
  const std::string sprite(base::find_embedded(embedded_assets, "icons.svg")->text());
  ASSERT_FALSE(names.empty());
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(name_of(static_cast<Icon>(i)), names[i]);
    EXPECT_NE(sprite.find("<symbol id=\"" + names[i] + "\""), std::string::npos) << names[i];
  }
  EXPECT_NE(text(icon(Icon::bell)).find("#bell"), std::string::npos);
}

TEST(Assets, an_address_carries_a_digest_of_the_bytes) {
  EXPECT_TRUE(asset("app.css").text().starts_with("/assets/app.css?v="));
  EXPECT_NE(asset("app.css").text().substr(18), asset("phone.css").text().substr(20));
}

TEST(Due, a_pill_turns_amber_under_twelve_hours_and_red_once_past) {
  const base::Instant now = base::paris::at(*base::Day::of(2026, 11, 21), 9, 0);
  EXPECT_EQ(due_tone({now + base::hours(12), now}), Tone::neutral);
  EXPECT_EQ(due_tone({now + base::hours(12) - base::Duration(1), now}), Tone::warn);
  EXPECT_EQ(due_tone({now + base::Duration(1), now}), Tone::warn);
  EXPECT_EQ(due_tone({now, now}), Tone::bad);
}

TEST(Due, a_delay_in_days_is_shown_at_23_59_of_its_last_day) {  // P4
  const base::Instant now = base::paris::at(*base::Day::of(2026, 11, 23), 9, 0);
  const Due due{base::paris::start_of(*base::Day::of(2026, 11, 27)), now, Due::Kind::days};
  EXPECT_NE(due_exact(due).find("26 nov. 2026, 23:59"), std::string::npos) << due_exact(due);
}

TEST(Due, a_delay_that_ends_on_a_sunday_or_a_public_holiday_says_so) {  // P4
  const auto warning = [](int month, int day) {
    const base::Instant end = base::paris::at(*base::Day::of(2026, month, day), 18, 0);
    return due_warning({end, end - base::hours(48)});
  };
  EXPECT_EQ(warning(11, 21), "");
  EXPECT_EQ(warning(11, 22), "Ce délai se termine un dimanche.");
  EXPECT_TRUE(warning(12, 25).starts_with("Ce délai se termine un jour férié (")) << warning(12, 25);
}

TEST(Values, what_is_not_known_is_a_dash_that_screen_readers_explain) {
  EXPECT_TRUE(Value("").empty());
  EXPECT_NE(text(Value(std::optional<base::Money>{}).markup()).find("non renseigné"), std::string::npos);
}

TEST(Values, amounts_stand_at_the_end_of_their_column) {
  EXPECT_EQ(Value(base::Money::euros(3)).align(), Align::end);
  EXPECT_EQ(Value("3 €").align(), Align::start);
}

TEST(Problems, every_status_has_a_title_a_reason_and_something_to_do) {
  for (const int status : {400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 503}) {
    const Problem& problem = problem_of(status);
    EXPECT_EQ(problem.status, status);
    EXPECT_FALSE(problem.title.empty() || problem.what.empty() || problem.remedy.empty()) << status;
  }
  EXPECT_EQ(problem_of(418).status, 400);
  EXPECT_EQ(problem_of(502).status, 500);
}

TEST(PhonePage, page_and_style_weigh_less_than_15_kB) {
  const std::size_t style = base::find_embedded(embedded_assets, "phone.css")->size;
  for (const gallery::Sample& sample : gallery::phone_samples()) {
    EXPECT_LT(style + sample.html.text().size(), 15'000U) << sample.name;
    EXPECT_EQ(sample.html.text().find("<script"), std::string_view::npos) << sample.name;
  }
}

TEST(PhonePage, no_answer_is_chosen_beforehand) {  // P7
  for (const gallery::Sample& sample : gallery::phone_samples()) {
    EXPECT_EQ(sample.html.text().find(" checked"), std::string_view::npos) << sample.name;
  }
}

}  // namespace
}  // namespace web::ui
