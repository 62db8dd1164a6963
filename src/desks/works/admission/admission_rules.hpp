// Who is asked for what, when an applicant is complete, how long a paper holds (W1 to W8). Pure.
#pragma once

#include <span>

#include "base/rule.hpp"
#include "base/state_table.hpp"
#include "desks/works/admission/paper.hpp"

namespace works::admission {

inline constexpr base::Rule admission_rules[] = {
    MANDAT_RULE(
        "W1",
        "A tradesman proves himself with Kbis or RNE, décennale, RC pro, URSSAF, RIB and identity; an administrator "
        "may change the checklist of each role"),
    MANDAT_RULE("W2", "A certification or qualification may be added at sign-up or later; none is needed"),
    MANDAT_RULE(
        "W3",
        "The profile exists from submission; what was received is judged within 24 hours, and is overdue after 48"),
    MANDAT_RULE(
        "W4",
        "On validation a mail leads to the sign-in page, where the password of the sign-up opens; only a validated "
        "tradesman receives requests"),
    MANDAT_RULE("W5", "Each paper has its own state and reason; a refused one is sent again by the same link"),
    MANDAT_RULE("W6", "Brokers join the same way, with an ORIAS number, its certificate, Kbis, RC pro and RIB"),
    MANDAT_RULE(
        "W7",
        "Either side may leave at any time, at once: requests stop, those without answer go back to their broker, "
        "accepted jobs stay readable to their end"),
    MANDAT_RULE("W8.ticked",
                "A trade declared at sign-up is offered once an administrator ticked it on the certificate, until the "
                "certificate's last day"),
    MANDAT_RULE(
        "W8.expiry",
        "Thirty and seven days before a paper ends its firm is warned; on the day after, its trades are gone by "
        "themselves"),
    MANDAT_RULE("W8.periodic",
                "An URSSAF certificate holds six months, RC pro and ORIAS a year, unless the paper says less"),
};

inline constexpr base::Figure<base::hours> target_delay{"W3.target_delay", base::hours(24)};
inline constexpr base::Figure<base::hours> review_delay{"W3.review_delay", base::hours(48)};
inline constexpr base::Figure<int> first_warning_days{"W8.first_warning_days", 30};
inline constexpr base::Figure<int> last_warning_days{"W8.last_warning_days", 7};
inline constexpr base::Figure<int> urssaf_months{"W8.urssaf_months", 6};
inline constexpr base::Figure<int> yearly_months{"W8.yearly_months", 12};

namespace deadline_rule {
inline constexpr std::string_view review = "W3.review", warn_first = "W8.warn_first", warn_last = "W8.warn_last",
                                  expiry = "W8.expiry";
}

enum class PaperEvent { upload, accept, refuse, expire };
inline constexpr auto paper_transitions = base::state_table<PaperState, PaperEvent>(
    "works.paper", {
                       {PaperState::missing, PaperEvent::upload, PaperState::received, "W1"},
                       {PaperState::received, PaperEvent::upload, PaperState::received, "W5"},
                       {PaperState::received, PaperEvent::accept, PaperState::accepted, "W5"},
                       {PaperState::received, PaperEvent::refuse, PaperState::refused, "W5"},
                       {PaperState::refused, PaperEvent::upload, PaperState::received, "W5"},
                       {PaperState::accepted, PaperEvent::upload, PaperState::received, "W8.periodic"},
                       {PaperState::accepted, PaperEvent::expire, PaperState::expired, "W8.expiry"},
                       {PaperState::expired, PaperEvent::upload, PaperState::received, "W8.periodic"},
                   });
static_assert(paper_transitions.deterministic());
static_assert(paper_transitions.reaches(PaperState::missing, PaperState::expired) &&
              paper_transitions.reaches(PaperState::missing, PaperState::refused));

// What the rules ask of the role before an administrator changes it.
Need standard_need(Role role, PaperKind kind);
// Every required paper of the list is accepted: the applicant may be validated.
bool complete(std::span<const Item> items);
bool any_to_judge(std::span<const Item> items);

enum class Term { endless, periodic, as_written };  // as_written: its last day stands on it
Term term_of(PaperKind kind);
// The last day proposed for a paper received that day; null when it does not end, or is to be read on it.
std::optional<base::Day> usual_last_day(PaperKind kind, base::Day from);
base::Day months_after(base::Day day, int months);  // the 31st becomes the month's last day

}  // namespace works::admission
