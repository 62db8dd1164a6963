// Launching a blind test, answering it, chasing it, closing it (C4 to C6).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/blind_test/anonymity_rules.hpp"
#include "desks/credit/blind_test/answerer.hpp"
#include "desks/credit/blind_test/asking_rules.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::blind_test {

inline constexpr base::Rule blind_test_rules[] = {
    MANDAT_RULE("C4",
                "The case goes the same day to the chosen insurers, each with its own copy of the list; buyers without "
                "an identifier stay out of it and are told"),
    MANDAT_RULE("C5.anonymous",
                "A test is anonymous unless the broker says otherwise: what an underwriter receives names the client "
                "nowhere"),
    MANDAT_RULE("C5.named",
                "The client is named only where its placement mandate is on file, and to insurers whose anonymous "
                "answer on it is closed"),
    MANDAT_RULE("C5.history", "An answer may be amended until the test is closed; every answer ever given is kept"),
    MANDAT_RULE(
        "C5.late",
        "An answer that comes after the test was closed is not taken; what was typed stays in sight, so that it can "
        "still be told to the broker"),
    MANDAT_RULE(
        "C8.asked_again",
        "Insurers are asked again from the comparison, of the whole list or of chosen buyers, each at an amount "
        "of its own; what was answered before stays, and every earlier test can be opened"),
};

inline constexpr base::Figure<int> days_to_answer{"C5.days_to_answer", 5};
inline constexpr base::Figure<int> longest_delay{"C5.longest_delay", 60};
inline constexpr base::Figure<int> answer_validity{"C5.answer_validity", 30};  // days, where the insurer says none

namespace deadline_rule {
inline constexpr std::string_view answer = "C5.answer";
inline constexpr std::string_view chase = "C5.chase";
inline constexpr std::string_view late_chase = "C5.late_chase";
}  // namespace deadline_rule

inline constexpr base::RefusalCode no_insurer{base::RefusalKind::invalid, "credit.test.no_insurer"};
inline constexpr base::RefusalCode bad_due_day{base::RefusalKind::invalid, "credit.test.bad_due_day"};  // {0} days
inline constexpr base::RefusalCode bad_email{base::RefusalKind::invalid, "credit.test.bad_email"};      // {0} insurer
inline constexpr base::RefusalCode unreachable{base::RefusalKind::invalid, "credit.test.unreachable"};  // {0} insurer
inline constexpr base::RefusalCode no_buyer{base::RefusalKind::invalid, "credit.test.no_buyer"};
inline constexpr base::RefusalCode names_client{base::RefusalKind::invalid, "credit.test.names_client"};  // {0} clue
inline constexpr base::RefusalCode no_mandate{base::RefusalKind::invalid, "credit.test.no_mandate"};
inline constexpr base::RefusalCode named_first{base::RefusalKind::invalid, "credit.test.named_first"};  // {0} insurers
inline constexpr base::RefusalCode bad_asked{base::RefusalKind::invalid, "credit.test.bad_asked"};      // {0} buyer
inline constexpr base::RefusalCode nobody_asked_of{base::RefusalKind::invalid, "credit.test.nobody"};
inline constexpr base::RefusalCode running{base::RefusalKind::conflict, "credit.test.running"};
inline constexpr base::RefusalCode list_moved{base::RefusalKind::conflict, "credit.test.list_moved"};
inline constexpr base::RefusalCode unknown_submission{base::RefusalKind::not_found, "credit.submission.unknown"};
inline constexpr base::RefusalCode test_closed{base::RefusalKind::conflict, "credit.submission.closed"};
inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "credit.answer.bad_day"};
inline constexpr base::RefusalCode changed_meanwhile{base::RefusalKind::invalid, "credit.answer.changed"};  // {0} {1}
inline constexpr base::RefusalCode reason_missing{base::RefusalKind::invalid, "credit.submission.reason_missing"};

struct Recipient {
  std::string insurer, name, email;
  identity::OrganisationId space;
};
struct Launch {
  std::vector<Recipient> recipients;
  Naming naming = Naming::anonymous;
  base::Day due;  // last day to answer
  std::string note;
};
base::Outcome<Launch> check_launch(db::Transaction& tx, const placement::Placement& placement, const web::Fields& form,
                                   base::Day today);
base::Outcome<TestId> launch(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                             const web::Fields& form);
bool close_latest(platform::Act& act, PlacementId id);  // false when none is open; no step is taken
base::Outcome<base::Done> close_test(platform::Platform& platform, const identity::Actor& broker, PlacementId id);

// The rows that were typed and are sound are kept, the others are told; both at once.
struct Saved {
  int kept = 0;
  base::Refusals problems = {};  // fields "k_12", "a_12", "c_12"
};
base::Outcome<Saved> save_answers(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  const web::Fields& form);
base::Outcome<base::Done> decline(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  std::string_view reason);
void note_seen(platform::Platform& platform, const Answerer& by, SubmissionId id);

// What reminds an insurer, from now on; those that run are moved.
void start_chasing(platform::Act& act, const Submission& submission);
// An administrator put an insurer's delay off (C5.moved).
void follow(platform::Act& act, const deadlines::Deadline& moved);
void register_delays(deadlines::Handlers& handlers);

}  // namespace credit::blind_test
