// An insurer's offer on a placement, with every round of its negotiation (C6 to C9).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/database.hpp"
#include "desks/credit/acceptance/offer_validity_rules.hpp"
#include "desks/credit/offer/offer_states.hpp"
#include "desks/credit/offer/quote.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "floor/identity/actor.hpp"

namespace credit::offer {

using OfferId = base::Id<struct OfferTag>;
inline constexpr std::string_view offer_subject = "credit.offer";

struct Offer {
  OfferId id;
  PlacementId placement;
  identity::OrganisationId broker;
  std::string insurer, insurer_name;
  State state = State::open;
  int round = 1;  // the last one
  base::Day issued;
  std::optional<base::Day> last_day = {};  // as the insurer says
  base::Instant received_at;
  std::optional<base::Instant> confirmed_at = {};  // by the insurer, after it had expired
  std::optional<base::Day> confirmed_until = {};   // last day
  // The client's answer
  std::optional<base::Instant> decided_at = {};
  std::string decided_by = {};
  Way decided_way = Way::none;
  std::string decided_words = {};
  identity::AccountId decided_account = {};  // of who answered online in the company's space; none: otherwise
  acceptance::Limits limits = acceptance::Limits::as_answered;  // when it was accepted
};

struct Round {
  int number;
  base::Day issued;
  std::optional<base::Day> last_day;
  Quote quote;
  std::string note;
  base::Instant entered_at;
  identity::AccountId by;
};

struct Call {  // to the insurer's underwriters
  std::int64_t id;
  base::Instant booked_for;
  std::string underwriter, subject, outcome;
  std::optional<base::Instant> noted_at;
};

// The rules' view of an offer; a confirmation counts until its own last day.
acceptance::Offer validity_of(const Offer& offer, base::Instant now);
base::Day last_day_of(const Offer& offer, base::Instant now);  // that of the confirmation, once it is confirmed

// Store. An offer outside the actor's scope does not exist (P2): brokers see their organisation's, administrators all.
void insert(db::Transaction& tx, const Offer& offer);
void save(db::Transaction& tx, const Offer& offer);
void insert(db::Transaction& tx, OfferId offer, const Round& round);
std::optional<Offer> find(db::Transaction& tx, OfferId id);
std::optional<Offer> find(db::Transaction& tx, OfferId id, const identity::Actor& actor);
std::optional<Offer> find(db::Transaction& tx, PlacementId placement, std::string_view insurer);
std::vector<Offer> offers_of(db::Transaction& tx, PlacementId placement);  // by name of the insurer
std::optional<Offer> in_state(db::Transaction& tx, PlacementId placement, State state);
std::vector<Round> rounds_of(db::Transaction& tx, OfferId offer);  // oldest first
struct LastRound {
  OfferId offer;
  Round round;
};
std::vector<LastRound> last_rounds_of(db::Transaction& tx, PlacementId placement);
std::optional<Round> last_round_of(db::Transaction& tx, OfferId offer);

void insert(db::Transaction& tx, OfferId offer, const Call& call);
bool note_outcome(db::Transaction& tx, OfferId offer, std::int64_t call, std::string_view outcome, base::Instant now);
std::vector<Call> calls_of(db::Transaction& tx, OfferId offer);  // oldest first
// Of each call about any offer of the placement, by id: whose underwriters.
std::vector<std::pair<std::int64_t, std::string>> insurers_called(db::Transaction& tx, PlacementId placement);

}  // namespace credit::offer
