// The list of files: what waits for whom until when (P14). Keyset paging: the cost does not grow with the database. A
// broker's own is answered from memory (claim_shelf.hpp, ADR 15), the one of all brokers by the database.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/claim/claim_tabs.hpp"
#include "floor/visit/cursor.hpp"

namespace works::claim {

enum class Sort { recent, due };

// Where a page begins: the sort key of the line before it (or after it, going back) and its id.
using visit::Cursor;

struct ListQuery {
  identity::OrganisationId broker = {};  // none: all brokers (administrators)
  Tab tab = Tab::all;
  Sort sort = Sort::recent;
  std::string search = {};              // as typed
  std::string kind = {}, insurer = {};  // slugs; empty: any
  std::optional<Cursor> cursor = {};
  int limit = 25;

  bool filtered() const { return !search.empty() || !kind.empty() || !insurer.empty(); }
};

// What the list shows of a claim, and what it is found by: one for all who read the list, never changed.
struct Listed {
  ClaimId id;
  identity::OrganisationId broker;
  std::string reference, kind, insured_name, place_name, trades_text, insurer, insurer_name;  // insurer: its slug
  base::Instant declared_at;
  bool emergency;
  Status status;
  Detail detail;
  WaitingFor waiting_for;
  std::string waiting_name;
  std::optional<base::Instant> next_due_at;
  std::optional<base::Day> expert_visit_on;
  std::string search_key;  // folded

  std::int64_t key(Sort sort) const {
    return sort == Sort::recent ? declared_at.micros : (next_due_at ? next_due_at->micros : INT64_MAX);
  }
};
struct Line {
  ClaimId id;
  std::shared_ptr<const Listed> claim;

  const Listed* operator->() const { return claim.get(); }
  std::int64_t key(Sort sort) const { return claim->key(sort); }
};
using ListPage = db::PageOf<Line>;
ListPage list(db::Transaction& tx, const ListQuery& query);

// W26: one closure holds and the other does not; of all brokers, the oldest first.
std::vector<Line> with_one_closure(db::Transaction& tx, const std::optional<Cursor>& after, int limit);

extern const std::string_view to_do_sql;  // how many, of the broker :organisation

struct Found {
  ListPage page;
  std::vector<std::int64_t> counts;  // of each tab, in the order of `tabs`: maintained rows
  std::int64_t shown;                // lines that the tab and the filters leave; filtered ones up to `most` + 1
};
Found find_page(db::Transaction& tx, const ListQuery& query, int most);

// The list of a broker changed by this claim: to be told with each change.
void note_change(db::Transaction& tx, identity::OrganisationId broker, ClaimId claim);

}  // namespace works::claim
