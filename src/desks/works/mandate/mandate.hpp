// A mandate: one firm asked to take one lot of one claim (W12, W13).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/mandate/mandate_states.hpp"
#include "desks/works/mandate/sms_fate_rules.hpp"

namespace works::mandate {

struct Mandate {
  MandateId id;
  LotId lot;
  ClaimId claim;
  identity::OrganisationId tradesman;
  State state;
  identity::AccountId asked_by;
  base::Instant asked_at;
  int distance_m;
  std::string trades_text, place_name;       // what the tradesman's list shows, French
  std::optional<base::Instant> sms_sent_at;  // emission (W15, W19)
  std::optional<base::Instant> sms_delivered_at;
  bool sms_undelivered;
  SmsObstacle sms_obstacle = SmsObstacle::none;
  bool mail_lost = false;  // one to the firm did not arrive (W15.mail_lost)
  std::optional<base::Instant> answered_at;
  std::string answered_over;  // "sms", "mail", "space", or empty
  std::optional<base::Instant> ended_at;
  std::string reason;

  // What the delays run from: the emission of the SMS, and until it left, the request itself (W15).
  base::Instant emission() const { return sms_sent_at.value_or(asked_at); }
  SmsFate sms_fate() const {
    return fate({.left = sms_sent_at.has_value(),
                 .delivered = sms_delivered_at.has_value(),
                 .undelivered = sms_undelivered,
                 .obstacle = sms_obstacle});
  }
};

// What the firm's search finds the mandate by, folded: at any time, and only while it may see the insured (W14).
struct SearchKeys {
  std::string open, held;
};

// Store. `insert` throws db::UniqueViolation when the lot has a live mandate already (W12).
void insert(db::Transaction& tx, const Mandate& mandate, const SearchKeys& keys = {});
void save(db::Transaction& tx, const Mandate& mandate);
// The insured's details have changed: what the firms that may see them find the claim by.
void save_held_key(db::Transaction& tx, ClaimId claim, std::string_view held);
std::optional<Mandate> find(db::Transaction& tx, MandateId id);
std::optional<Mandate> live_of(db::Transaction& tx, LotId lot);
std::vector<Mandate> of_claim(db::Transaction& tx, ClaimId claim);                          // oldest first
std::vector<Mandate> asked_among(db::Transaction& tx, const std::vector<ClaimId>& claims);  // without answer yet
std::vector<Mandate> of_lot(db::Transaction& tx, LotId lot);                                // oldest first
// A tradesman's own for any of the claims, in a statement for each 64 of them.
std::vector<Mandate> of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman,
                                  const std::vector<ClaimId>& claims);
// A tradesman's own: newest first. `live` true: requests and jobs he holds; false: what has ended.
std::vector<Mandate> of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, bool live, MandateId before,
                                  int limit);
std::vector<Mandate> latest(db::Transaction& tx, MandateId before, int limit);  // of all firms, for administrators
// A tradesman's own that a search finds, newest first; and their number, counted up to `most` + 1.
std::vector<Mandate> find_of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, std::string_view folded,
                                       int limit);
std::int64_t count_of_tradesman(db::Transaction& tx, identity::OrganisationId tradesman, std::string_view folded,
                                int most);

// W18: the firm's last answer; and whether a request made since then was left without one.
std::optional<base::Instant> last_answer_of(db::Transaction& tx, identity::OrganisationId tradesman);
bool silent_since(db::Transaction& tx, identity::OrganisationId tradesman, base::Instant since);

}  // namespace works::mandate
