// Declaring a claim (W10, W12): what was typed, what it says once checked, and the act.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/claim/claim.hpp"
#include "floor/documents/documents.hpp"
#include "floor/platform/platform.hpp"

namespace works::claim {

using base::RefusalCode;
using base::RefusalKind;
inline constexpr RefusalCode kind_missing{RefusalKind::invalid, "works.claim.kind_missing"};
inline constexpr RefusalCode bad_day{RefusalKind::invalid, "works.claim.bad_day"};
inline constexpr RefusalCode loss_in_future{RefusalKind::invalid, "works.claim.loss_in_future"};
inline constexpr RefusalCode needed_in_past{RefusalKind::invalid, "works.claim.needed_in_past"};
inline constexpr RefusalCode insured_name_missing{RefusalKind::invalid, "works.claim.insured_name_missing"};
inline constexpr RefusalCode bad_phone{RefusalKind::invalid, "works.claim.bad_phone"};
inline constexpr RefusalCode bad_email{RefusalKind::invalid, "works.claim.bad_email"};
inline constexpr RefusalCode address_missing{RefusalKind::invalid, "works.claim.address_missing"};
inline constexpr RefusalCode unknown_postal_code{RefusalKind::invalid, "works.claim.unknown_postal_code"};
inline constexpr RefusalCode commune_missing{RefusalKind::invalid, "works.claim.commune_missing"};
inline constexpr RefusalCode description_leaks{RefusalKind::invalid, "works.claim.description_leaks"};
inline constexpr RefusalCode text_too_long{RefusalKind::invalid, "works.claim.text_too_long"};  // {0}: limit
inline constexpr RefusalCode trade_missing{RefusalKind::invalid, "works.claim.trade_missing"};
inline constexpr RefusalCode lot_numbers_skip{RefusalKind::invalid, "works.claim.lot_numbers_skip"};
inline constexpr RefusalCode unknown_insurer{RefusalKind::invalid, "works.claim.unknown_insurer"};
inline constexpr RefusalCode insured_not_informed{RefusalKind::invalid, "works.claim.insured_not_informed"};

inline constexpr int description_limit = 2000;  // characters
inline constexpr int short_text_limit = 200;
inline constexpr int most_lots = 9;  // as lot::most_lots

// As typed; the names of the fields are those of the form, so that a refusal stands beside the right one.
struct Form {
  std::string kind, loss_day, insured_name, insured_phone, insured_email, address, postal_code, insee, description,
      needed_from, insurer, insurer_email, insurer_claim_number, form_key;
  bool emergency = false, insured_informed = false;
  struct TradeChoice {
    std::string trade;
    int lot;  // 1…: trades with the same number go to one firm (W12)
  };
  std::vector<TradeChoice> trades;
};

// What the form says once every field was checked.
struct Declaration {
  std::string kind;
  std::optional<base::Day> loss_day;
  Insured insured;
  Place place;
  std::string description;
  bool emergency;
  base::Day needed_from;
  std::string insurer, insurer_name;
  std::optional<std::string> insurer_email;
  std::string insurer_claim_number;
  std::string form_key;
  std::vector<std::vector<std::string>> lots;  // trades of each, sorted; at least one lot
};
// All refusals at once, each beside its field. A postal code with a single commune needs no choice of commune.
base::Outcome<Declaration> check(const Form& form, base::Day today);

// The same for the parts that are corrected later, when nothing else of the form was typed; the postal code tells the
// region of a phone number.
base::Outcome<Insured> check_insured(const Form& form);
struct InsurerFacts {
  std::string insurer, insurer_name;  // slug and name; empty when not known yet
  std::optional<std::string> insurer_email;
  std::string insurer_claim_number;
};
base::Outcome<InsurerFacts> check_insurer(const Form& form);

// W10: photos and documents come with it. The same form key again returns the claim it made (double click).
base::Outcome<ClaimId> declare(platform::Platform& platform, const identity::Actor& broker,
                               const Declaration& declaration, const std::vector<documents::Prepared>& attachments);

}  // namespace works::claim
