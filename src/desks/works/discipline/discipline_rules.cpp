#include "desks/works/discipline/discipline_rules.hpp"

#include "base/words.hpp"
#include "desks/works/admission/admission_rules.hpp"
#include "floor/deadlines/deadlines_rules.hpp"

namespace works::discipline {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W18",
                "A firm that neither signed in nor answered for 90 days, though a request was left without answer in "
                "them, and that has nothing open or unpaid, is to be deactivated"),
    MANDAT_RULE("W18.notice",
                "It is told why and has 30 days, the last one included; signing in or answering lifts it at once"),
    MANDAT_RULE(
        "W18.decision",
        "An administrator confirms or keeps the firm, with a reason that it reads; deactivated, it gets no more "
        "requests, those without answer go back to their broker, and it can be activated again"),
    MANDAT_RULE(
        "W20.not_told",
        "A firm whose quote is overdue, and that the broker takes the job back from, is warned: it did not tell"),
    MANDAT_RULE(
        "W20.warnings",
        "A warning counts for twelve months; three that count propose the firm's deactivation, each further one "
        "again"),
};

constexpr base::Word<WarningKind> warning_kinds[] = {
    {WarningKind::late_cancellation, "late_cancellation", "Annulation plus de 48\u00a0h après l’acceptation"},
    {WarningKind::not_told, "not_told", "Devis jamais envoyé, sans prévenir"},
};
constexpr base::Word<Ground> grounds[] = {
    {Ground::inactivity, "inactivity", "Inactivité"},
    {Ground::warnings, "warnings", "Avertissements répétés"},
};

}  // namespace

base::Instant inactivity_due(base::Instant last_sign, base::Instant now) {
  const auto first = base::paris::day_of(last_sign) + (inactive_days.value() + 1);
  const auto due = deadlines::reminder_on(first);
  return due > now ? due : deadlines::reminder_on(base::paris::day_of(now) + 1);
}

bool inactive(base::Instant last_sign, base::Instant now) {
  return base::paris::day_of(now) - base::paris::day_of(last_sign) > inactive_days.value();
}

base::Day last_notice_day(base::Instant given) { return base::paris::day_of(given) + notice_days.value(); }

base::Instant warning_over(base::Instant given) {
  return base::paris::start_of(admission::months_after(base::paris::day_of(given), warning_months.value()));
}

bool counts(base::Instant given, base::Instant now) { return now < warning_over(given); }

bool proposes(int counting_warnings) { return counting_warnings >= warnings_before_proposal.value(); }

std::string_view to_text(WarningKind kind) { return base::word_of(warning_kinds, kind).text; }
std::optional<WarningKind> warning_kind_from_text(std::string_view text) { return base::value_of(warning_kinds, text); }
std::string_view label(WarningKind kind) { return base::word_of(warning_kinds, kind).label; }
std::string_view to_text(Ground ground) { return base::word_of(grounds, ground).text; }
std::optional<Ground> ground_from_text(std::string_view text) { return base::value_of(grounds, text); }
std::string_view label(Ground ground) { return base::word_of(grounds, ground).label; }

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::discipline
