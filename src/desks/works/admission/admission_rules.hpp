// Who is asked for what, when an applicant is complete, how long a paper holds (W1 to W8). Pure.
#pragma once

#include <span>
#include <vector>

#include "base/rule.hpp"
#include "base/state_table.hpp"
#include "desks/works/admission/paper.hpp"

namespace works::admission {

inline constexpr base::Rule admission_rules[] = {
    MANDAT_RULE(
        "W1",
        "A tradesman proves himself with Kbis or RNE, décennale, RC pro, URSSAF, RIB and identity; an administrator "
        "may change the checklist of each role"),
    MANDAT_RULE("W2",
                "Certifications and qualifications, several at once, may be added at sign-up or later, and none is "
                "needed; those accepted and in force stand beside the firm where brokers choose it"),
    MANDAT_RULE(
        "W3",
        "The profile exists from submission; what was received is judged, and who has sent all is validated, within 24 "
        "hours, overdue after 48; a new trade to tick waits in the same queue"),
    MANDAT_RULE(
        "W4",
        "On validation a mail leads to the sign-in page, where the password of the sign-up opens; only a validated "
        "tradesman receives requests"),
    MANDAT_RULE("W5", "Each paper has its own state and reason; a refused one is sent again by the same link"),
    MANDAT_RULE("W5.together",
                "What is refused in one sitting is told in one mail, each paper with its reason: as soon as nothing is "
                "left to judge, else ten minutes after the last verdict"),
    MANDAT_RULE("W5.missing",
                "Twenty-four hours after the sign-up, or the last paper sent, an applicant who still lacks required "
                "papers is told which, with the link"),
    MANDAT_RULE("W6", "Brokers join the same way, with an ORIAS number, its certificate, Kbis, RC pro and RIB"),
    MANDAT_RULE("W6.same_orias",
                "Whoever validates a broker reads which other members bear the same ORIAS number; the applicant does "
                "not"),
    MANDAT_RULE(
        "W7",
        "Either side may leave at any time, at once: requests stop, those without answer go back to their broker, "
        "accepted jobs stay readable to their end"),
    MANDAT_RULE("W8.ticked",
                "A trade declared at sign-up is offered once an administrator ticked it on the certificate, until the "
                "certificate's last day"),
    MANDAT_RULE(
        "W8.expiry",
        "Thirty and seven days before a paper ends its firm is warned; on the day after, the trades of a décennale are "
        "gone by themselves"),
    MANDAT_RULE("W8.lapse",
                "A firm whose required URSSAF or RC pro certificate has ended is neither proposed nor mandated, a "
                "broker whose ORIAS or RC pro has ended declares no claim, until a new one is accepted; what is under "
                "way goes on"),
    MANDAT_RULE("W8.lapse_told",
                "Whom a paper's end stops is told by mail and notification thirty and seven days before, on its day, "
                "and when the checklist begins to ask for what has ended; a broker reads it before he types a claim"),
    MANDAT_RULE("W8.declared",
                "A firm declares or withdraws a trade at any time; a new one is offered once an administrator has "
                "ticked it on the certificate in force, or on a new one"),
    MANDAT_RULE("W8.periodic",
                "An URSSAF certificate holds six months, RC pro and ORIAS a year, unless the paper says less"),
};

inline constexpr base::Figure<base::hours> target_delay{"W3.target_delay", base::hours(24)};
inline constexpr base::Figure<base::hours> missing_delay{"W5.missing_delay", base::hours(24)};
inline constexpr base::Figure<base::Duration> sitting_ends_after{"W5.sitting_ends_after", base::minutes(10)};
inline constexpr base::Figure<base::hours> review_delay{"W3.review_delay", base::hours(48)};
inline constexpr base::Figure<int> first_warning_days{"W8.first_warning_days", 30};
inline constexpr base::Figure<int> last_warning_days{"W8.last_warning_days", 7};
inline constexpr base::Figure<int> urssaf_months{"W8.urssaf_months", 6};
inline constexpr base::Figure<int> yearly_months{"W8.yearly_months", 12};

namespace deadline_rule {
inline constexpr std::string_view review = "W3.review", missing = "W5.missing", refusals = "W5.refusals",
                                  warn_first = "W8.warn_first", warn_last = "W8.warn_last", expiry = "W8.expiry";
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
// W3: whether it is the administrators' turn.
struct Turn {
  bool submitted;  // and not decided
  bool trade_to_tick;
};
bool ours(const Turn& turn, std::span<const Item> items);
// W5: the required papers that the applicant still has to send, each once.
std::vector<PaperKind> to_send(std::span<const Item> items);
// W8.lapse: the required periodic papers whose last day is past, until new ones are accepted.
std::vector<PaperKind> ended(std::span<const Item> items, base::Day today);

enum class Term { endless, periodic, as_written, perhaps };  // as_written: its last day stands on it; perhaps: if any
Term term_of(PaperKind kind);
// The last day proposed for a paper received that day; null when it does not end, or is to be read on it.
std::optional<base::Day> usual_last_day(PaperKind kind, base::Day from);
base::Day months_after(base::Day day, int months);  // the 31st becomes the month's last day

}  // namespace works::admission
