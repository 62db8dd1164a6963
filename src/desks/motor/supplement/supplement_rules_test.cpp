#include "desks/motor/supplement/supplement_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motor::supplement {
namespace {

using Lines = std::vector<std::string>;

TEST(SupplementRules, M25_lines_are_those_that_hold_something) {  // M25.lines
  EXPECT_EQ(lines_of("- Traverse  avant\r\n\n   • Peinture\n* Calage\n"),
            (Lines{"Traverse avant", "Peinture", "Calage"}));
  EXPECT_EQ(lines_of(" \n\r\n"), Lines{});
  EXPECT_EQ(lines_of("Pièces livrées le 12 décembre"), Lines{"Pièces livrées le 12 décembre"});
}

TEST(SupplementRules, M25_content_wants_a_comment_or_a_photograph) {  // M25.content
  EXPECT_TRUE(content(" \n ", 0).refused_as(nothing_said));
  EXPECT_EQ(content("", 1).value(), Lines{"Photos sans commentaire"});
  EXPECT_EQ(content("Feu", 0).value(), Lines{"Feu"});
  EXPECT_EQ(content("Feu", 12).value(), Lines{"Feu"});
  EXPECT_TRUE(content("Feu", 13).refused_as(too_many_photos));
  EXPECT_TRUE(content(std::string(500, 'a'), 0).ok());
  EXPECT_TRUE(content(std::string(501, 'a'), 0).refused_as(line_too_long));
  std::string forty;
  for (int i = 0; i < 40; ++i) forty += "ligne\n";
  EXPECT_TRUE(content(forty, 0).ok());
  EXPECT_TRUE(content(forty + "ligne", 0).refused_as(too_many_lines));
}

TEST(SupplementRules, M25_lines_decide_the_whole) {  // M25.lines
  const LineAnswer yes{Verdict::accepted}, no{Verdict::refused, "Hors sinistre"};
  EXPECT_EQ(event_of({yes, yes}), Event::accept);
  EXPECT_EQ(event_of({yes, no}), Event::accept_partly);
  EXPECT_EQ(event_of({no, no}), Event::refuse);
  EXPECT_TRUE(check({yes, no}).empty());
  const auto wrong = check({{}, {Verdict::refused, "  "}, {Verdict::accepted, std::string(501, 'a')}});
  ASSERT_EQ(wrong.size(), 3U);
  EXPECT_EQ(wrong[0].field, "verdict-1");
  EXPECT_EQ(wrong[1].field, "answer-2");
  EXPECT_EQ(wrong[2].field, "answer-3");
}

TEST(SupplementRules, M25_ageing_grows_stronger_after_two_days_then_five) {  // M25.ageing
  EXPECT_EQ(age_of(base::hours(47)), Age::fresh);
  EXPECT_EQ(age_of(base::hours(48)), Age::old);
  EXPECT_EQ(age_of(base::hours(119)), Age::old);
  EXPECT_EQ(age_of(base::hours(120)), Age::too_old);
}

TEST(SupplementStates, M25_is_answered_once) {
  EXPECT_EQ(transitions.next(State::sent, Event::accept), State::accepted);
  EXPECT_EQ(transitions.next(State::sent, Event::accept_partly), State::partly);
  EXPECT_EQ(transitions.next(State::sent, Event::refuse), State::refused);
  for (const State ended : {State::accepted, State::partly, State::refused})
    for (int i = 0; i < event_count; ++i) EXPECT_EQ(transitions.next(ended, static_cast<Event>(i)), std::nullopt);
  EXPECT_EQ(label(State::sent), "envoyé");
  EXPECT_EQ(label(State::accepted), "accepté");
  EXPECT_EQ(label(State::partly), "accepté en partie");
  EXPECT_EQ(label(State::refused), "refusé");
  for (int i = 0; i < state_count; ++i)
    EXPECT_EQ(state_from_text(to_text(static_cast<State>(i))), static_cast<State>(i));
}

RC_GTEST_PROP(SupplementStates, M25_whole_answers_lead_to_the_state_that_counts_them, ()) {
  const auto accepted = *rc::gen::nonEmpty(rc::gen::container<std::vector<bool>>(rc::gen::arbitrary<bool>()));
  std::vector<LineAnswer> answers;
  std::size_t yes = 0;
  for (const bool one : accepted) {
    yes += one ? 1 : 0;
    answers.push_back({one ? Verdict::accepted : Verdict::refused, "motif"});
  }
  RC_ASSERT(check(answers).empty());
  const auto to = transitions.next(State::sent, event_of(answers));
  RC_ASSERT(to == (yes == answers.size() ? State::accepted : yes == 0 ? State::refused : State::partly));
}

}  // namespace
}  // namespace motor::supplement
