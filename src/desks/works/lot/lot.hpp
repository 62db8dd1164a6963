// A lot: the trades of a claim that one firm takes together (W12). Its state is derived from its mandate and quote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "desks/works/claim/claim_ids.hpp"
#include "desks/works/lot/lot_rules.hpp"
#include "floor/platform/act.hpp"

namespace works::lot {

struct Lot {
  LotId id;
  ClaimId claim;
  int position;                     // 1…
  std::vector<std::string> trades;  // slugs, sorted
  State state;
  MandateId mandate;  // the live one, if any
};

void insert(db::Transaction& tx, const Lot& lot);
void remove_trades(db::Transaction& tx, LotId id, const std::vector<std::string>& trades);
void save_state(db::Transaction& tx, LotId id, State state, MandateId live);
std::optional<Lot> find(db::Transaction& tx, LotId id);
std::vector<Lot> of_claim(db::Transaction& tx, ClaimId claim);  // by position

// "Plomberie + Peinture", French labels.
std::string trades_label(const Lot& lot);

// Rewrites what follows from mandates, quotes and closures: the lots' states, and the claim's status, sub-label, holder
// and next delay. Every act of the desk ends with it.
void project(platform::Act& act, ClaimId claim);

}  // namespace works::lot
