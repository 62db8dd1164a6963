// Insurers that answered the blind test and owe a quote: told on the offers' page, the broker reminded (C6.owed).
#pragma once

#include <string>
#include <vector>

#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/owed_rules.hpp"
#include "floor/deadlines/deadlines.hpp"

namespace credit::offer {

inline constexpr std::string_view quote_subject = "credit.quote";  // its id: that of the insurer's submission

struct OwedQuote {
  blind_test::SubmissionId submission;
  std::string insurer_name;
  base::Instant since;  // the test was closed
};
std::vector<OwedQuote> owed_quotes(const blind_test::CoverList& list,
                                   const std::vector<blind_test::Submission>& submissions,
                                   const std::vector<Offer>& offers);

// The test is closed, or offers are compared again: the quotes that it makes due are awaited. They are not while
// insurers are asked again, nor once the client has accepted an offer; nor is that of an insurer that has quoted.
void await_quotes(platform::Act& act, PlacementId placement);
void await_no_quotes(platform::Act& act, PlacementId placement);
void await_no_quote(platform::Act& act, const Offer& received);

void register_quote_delays(deadlines::Handlers& handlers);

}  // namespace credit::offer
