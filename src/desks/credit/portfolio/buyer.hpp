// The buyers of the company to be covered (C2, C3): recognised by identifier, never merged on a name alone.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "db/database.hpp"
#include "desks/credit/placement/placement_ids.hpp"
#include "floor/visit/cursor.hpp"

namespace credit::portfolio {

using BuyerId = base::Id<struct BuyerTag>;

struct NewBuyer {
  std::string name;
  std::string country = "FR";  // ISO 3166-1 alpha-2
  std::string identifier;      // SIREN in France; empty when not known yet
  base::Money exposure;        // the highest owed at one time
  int terms_days = 30;
  std::string sector, group;

  friend bool operator==(const NewBuyer&, const NewBuyer&) = default;
};
struct Buyer : NewBuyer {
  BuyerId id;
};

enum class Cause { insolvency, protracted_default, dispute, political };
inline constexpr std::array causes{Cause::insolvency, Cause::protracted_default, Cause::dispute, Cause::political};
std::string_view to_text(Cause cause);
std::optional<Cause> cause_from_text(std::string_view text);
std::string_view label(Cause cause);

struct Loss {
  std::int64_t id;
  std::string buyer_name;
  base::Money amount;
  base::Day due_on;
  Cause cause;
};

struct Country {
  std::string_view code, name;
};
std::span<const Country> countries();                  // France first, then by French name
std::string_view country_name(std::string_view code);  // the code itself when not of the list

// Store
// New ones, and those already there with their new figures. Each id once.
void save(db::Transaction& tx, PlacementId placement, const std::vector<Buyer>& buyers, base::Instant now);
bool remove(db::Transaction& tx, PlacementId placement, BuyerId buyer);
std::optional<Buyer> find(db::Transaction& tx, PlacementId placement, std::string_view country,
                          std::string_view identifier);
std::optional<Buyer> find(db::Transaction& tx, PlacementId placement, BuyerId buyer);
std::vector<Buyer> unidentified_in(db::Transaction& tx, PlacementId placement, std::string_view country);
std::vector<Buyer> buyers_of(db::Transaction& tx, PlacementId placement);  // highest exposure first
// Those that are looked for, as many as a page shows, highest exposure first; the cursor's key is the exposure in
// cents.
struct BuyersQuery {
  enum class Which { all, without_identifier } which = Which::all;
  std::string search = {};  // words of a name or an identifier, as typed
  std::optional<visit::Cursor> cursor = {};
  int limit = 50;

  bool filtered() const { return which != Which::all || !search.empty(); }
};
using BuyersPage = db::PageOf<Buyer>;
BuyersPage buyers_page(db::Transaction& tx, PlacementId placement, const BuyersQuery& query);
// How many the filters leave, counted up to `most` + 1 and no further.
std::int64_t count_up_to(db::Transaction& tx, PlacementId placement, const BuyersQuery& query, int most);
struct Sum {
  std::int64_t buyers;
  base::Money exposure;
};
Sum sum_of(db::Transaction& tx, PlacementId placement);
std::int64_t without_identifier(db::Transaction& tx, PlacementId placement);
std::vector<std::string> names_without_identifier(db::Transaction& tx, PlacementId placement, int most);

void insert(db::Transaction& tx, PlacementId placement, const Loss& loss);
bool remove_loss(db::Transaction& tx, PlacementId placement, std::int64_t loss);
std::vector<Loss> losses_of(db::Transaction& tx, PlacementId placement);     // newest first
std::vector<int> loss_years_of(db::Transaction& tx, PlacementId placement);  // each once

using Answers = std::vector<std::pair<std::string, std::string>>;  // field, as typed
Answers answers_of(db::Transaction& tx, PlacementId placement);
void save_answer(db::Transaction& tx, PlacementId placement, std::string_view field, std::string_view typed,
                 base::Instant now);

}  // namespace credit::portfolio
