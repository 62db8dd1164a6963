#include "desks/motor/file/file_states.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace motor::file {
namespace {

using enum Event;
using Ways = std::map<Event, State>;

// What the specification's main path lets happen in each state (M11), apart from the table that is tested.
const std::map<State, Ways>& expected() {
  static const std::map<State, Ways> ways{
      {State::awaiting_appointment,
       {{appointment_asked, State::awaiting_appointment},
        {visit_validated, State::visit_planned},
        {remote_chosen, State::remote_inspection},
        {document_received, State::awaiting_appointment},
        {inspection_done, State::in_progress},
        {report_posted, State::in_progress},
        {document_asked, State::awaiting_documents},
        {closed, State::closed}}},
      {State::visit_planned,
       {{appointment_asked, State::visit_planned},
        {visit_validated, State::visit_planned},
        {appointment_moved, State::visit_planned},
        {appointment_cancelled, State::awaiting_appointment},
        {remote_chosen, State::remote_inspection},
        {document_received, State::visit_planned},
        {inspection_done, State::in_progress},
        {report_posted, State::in_progress},
        {document_asked, State::awaiting_documents},
        {closed, State::closed}}},
      {State::remote_inspection,
       {{appointment_asked, State::remote_inspection},
        {remote_chosen, State::remote_inspection},
        {appointment_moved, State::remote_inspection},
        {appointment_cancelled, State::awaiting_appointment},
        {visit_validated, State::visit_planned},
        {photos_received, State::remote_inspection},
        {document_received, State::remote_inspection},
        {inspection_done, State::in_progress},
        {report_posted, State::in_progress},
        {document_asked, State::awaiting_documents},
        {closed, State::closed}}},
      {State::in_progress,
       {{appointment_asked, State::in_progress},
        {visit_validated, State::visit_planned},
        {remote_chosen, State::remote_inspection},
        {report_posted, State::in_progress},
        {document_received, State::in_progress},
        {supplement_received, State::in_progress},
        {works_announced, State::awaiting_invoice},
        {invoice_received, State::awaiting_invoice},
        {document_asked, State::awaiting_documents},
        {closed, State::closed}}},
      {State::awaiting_invoice,
       {{appointment_asked, State::awaiting_invoice},
        {report_posted, State::awaiting_invoice},
        {document_received, State::awaiting_invoice},
        {supplement_received, State::in_progress},
        {works_announced, State::awaiting_invoice},
        {invoice_received, State::awaiting_invoice},
        {invoice_refused, State::awaiting_invoice},
        {invoice_accepted, State::closed},
        {document_asked, State::awaiting_documents},
        {closed, State::closed}}},
      {State::closed, {{reopened, State::in_progress}}},
  };
  return ways;
}

std::optional<State> expected(State from, Event event) {
  const auto& ways = expected().at(from);
  const auto way = ways.find(event);
  return way == ways.end() ? std::nullopt : std::optional(way->second);
}

Event event(int i) { return static_cast<Event>(i); }

TEST(FileStates, M11_each_state_takes_its_events_and_no_other) {
  for (const auto& [from, ways] : expected())
    for (int i = 0; i < event_count; ++i) {
      const auto reached = next({from}, event(i));
      const auto wanted = expected(from, event(i));
      ASSERT_EQ(reached.has_value(), wanted.has_value()) << label(from) << ": " << label(event(i));
      if (!wanted) continue;
      EXPECT_EQ(reached->state, *wanted) << label(from) << ": " << label(event(i));
      EXPECT_EQ(reached->return_to.has_value(), *wanted == State::awaiting_documents);
    }
}

TEST(FileStates, M11_return_goes_back_to_where_the_request_came_from) {  // M11.return
  for (const State from : states) {
    if (from == State::awaiting_documents || from == State::closed) continue;
    const auto asked = next({from}, document_asked);
    ASSERT_EQ(asked, (Position{State::awaiting_documents, from})) << label(from);
    EXPECT_EQ(next(*asked, document_asked), asked) << "a second request waits in the same place";
    EXPECT_EQ(next(*asked, document_received)->state, State::awaiting_documents) << "until it is judged";
    EXPECT_EQ(next(*asked, documents_judged), Position{from}) << label(from);
    EXPECT_EQ(next(*asked, Event::closed), Position{State::closed});
  }
}

TEST(FileStates, M11_return_follows_what_happens_while_documents_are_awaited) {  // M11.return
  const Position asked{State::awaiting_documents, State::awaiting_appointment};
  const auto planned = next(asked, visit_validated);
  EXPECT_EQ(planned, (Position{State::awaiting_documents, State::visit_planned}));
  EXPECT_EQ(next(*planned, documents_judged), Position{State::visit_planned});
  EXPECT_EQ(next({State::awaiting_documents, State::awaiting_invoice}, invoice_accepted), Position{State::closed});
  EXPECT_EQ(next(asked, works_announced), std::nullopt);
  EXPECT_EQ(next(asked, reopened), std::nullopt);
}

TEST(FileStates, M11_a_file_that_awaits_documents_is_closed_as_such_wherever_it_came_from) {
  EXPECT_EQ(transitions.next(State::awaiting_documents, Event::closed), State::closed);
  EXPECT_EQ(transitions.next(State::awaiting_documents, document_asked), State::awaiting_documents);
}

TEST(FileStates, M11_reason_is_wanted_where_the_main_path_is_left) {  // M11.reason
  for (int i = 0; i < event_count; ++i) {
    const bool wanted =
        event(i) == Event::closed || event(i) == reopened || event(i) == invoice_refused || event(i) == document_asked;
    EXPECT_EQ(needs_reason(event(i)), wanted) << label(event(i));
  }
}

RC_GTEST_PROP(FileStates, M11_any_story_leaves_the_file_in_one_state_that_can_still_end, ()) {
  Position at;
  const auto story = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, event_count));
  for (const int i : story) {
    if (const auto to = next(at, event(i))) at = *to;
    RC_ASSERT((at.state == State::awaiting_documents) == at.return_to.has_value());
    RC_ASSERT(at.return_to != State::closed && at.return_to != State::awaiting_documents);
  }
  if (at.state == State::awaiting_documents) at = next(at, documents_judged).value();
  RC_ASSERT(at.state == State::closed || next(at, Event::closed) == Position{State::closed});
}

TEST(FileStates, M11_seven_tabs_bear_the_words_of_the_source) {
  const std::vector<std::string_view> labels{
      "Expertise EAD", "Attente de RDV",     "Visite planifiée", "Attente de documents",
      "En cours",      "Attente de facture", "Terminé"};
  std::set<std::string_view> slugs;
  for (std::size_t i = 0; i < states.size(); ++i) {
    EXPECT_EQ(label(states[i]), labels[i]);
    EXPECT_EQ(state_from_text(to_text(states[i])), states[i]);
    EXPECT_EQ(state_from_slug(slug(states[i])), states[i]);
    slugs.insert(slug(states[i]));
  }
  EXPECT_EQ(slugs.size(), 7U);
  EXPECT_EQ(state_from_slug("ailleurs"), std::nullopt);
}

TEST(FileStates, every_event_has_a_stored_text_and_a_label) {
  std::set<std::string_view> labels;
  for (int i = 0; i < event_count; ++i) {
    EXPECT_EQ(event_from_text(to_text(event(i))), event(i));
    labels.insert(label(event(i)));
  }
  EXPECT_EQ(labels.size(), static_cast<std::size_t>(event_count));
}

}  // namespace
}  // namespace motor::file
