// What the broker's screen says of a claim: the three statuses of the source (W23), the finer sub-label, and who holds
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace works::claim {

enum class Status { awaiting_quote, in_progress, closed, abandoned };
inline constexpr Status every_status[] = {Status::awaiting_quote, Status::in_progress, Status::closed,
                                          Status::abandoned};
std::string_view to_text(Status status);
std::optional<Status> status_from_text(std::string_view text);
std::string_view label(Status status);  // "EN ATTENTE DE DEVIS", "EN COURS", "CLÔTURÉ", "SANS SUITE"

enum class Detail {
  to_assign,
  to_reassign,
  awaiting_answer,
  awaiting_quote,
  quote_overdue,
  quote_refused,
  quote_to_send,
  quote_at_insurer,
  visit_planned,
  quote_validated,
  job_closed,     // the tradesman closed; the broker has not
  broker_closed,  // the broker closed; a job is still open
  closed,
  abandoned,
};
std::string_view to_text(Detail detail);
std::optional<Detail> detail_from_text(std::string_view text);
std::string_view label(Detail detail);

// The label with the day of the expert's visit; once that day is over the quote is with the insurer again (W23.visit).
std::string detail_text(Detail detail, std::optional<base::Day> visit_on, base::Day today);

enum class WaitingFor { broker, tradesman, insurer, nobody };
std::string_view to_text(WaitingFor who);
std::optional<WaitingFor> waiting_from_text(std::string_view text);
std::string_view label(WaitingFor who);  // "Vous", as the broker reads it

// Why a file will never be paid (W23).
enum class Abandonment {
  insurer_refuses,
  insured_gives_up,
  insured_chose_another_firm,
  no_firm_found,
  declared_by_mistake
};
std::string_view to_text(Abandonment reason);
std::optional<Abandonment> abandonment_from_text(std::string_view text);
std::string_view label(Abandonment reason);
inline constexpr Abandonment abandonments[] = {Abandonment::insurer_refuses, Abandonment::insured_gives_up,
                                               Abandonment::insured_chose_another_firm, Abandonment::no_firm_found,
                                               Abandonment::declared_by_mistake};

}  // namespace works::claim
