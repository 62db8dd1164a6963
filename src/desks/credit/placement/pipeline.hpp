// The pipeline: which placement waits for whom until when (P14). Keyset paging: the cost does not grow with the
// database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/placement/placement_tabs.hpp"
#include "floor/visit/cursor.hpp"

namespace credit::placement {

enum class Sort { recent, due };

// Where a page begins: the sort key of the line before it (or after it, going back) and its id.
using visit::Cursor;

struct PipelineQuery {
  identity::OrganisationId broker = {};  // none: all brokers (administrators)
  Tab tab = Tab::all;
  Sort sort = Sort::recent;
  std::string search = {};  // as typed
  std::string size = {};    // text of Size; empty: any
  std::optional<Step> step = {};
  identity::AccountId handled_by = {};  // none: whoever follows them
  std::optional<Cursor> cursor = {};
  int limit = 25;
};

struct Line {
  PlacementId id;
  std::string reference, company;
  Size size;
  base::Instant opened_at;
  Step step;
  WaitingFor waiting_for;
  std::string waiting_name;
  std::optional<base::Instant> next_due_at;
  std::int64_t buyers;
  base::Money exposure;

  std::int64_t key(Sort sort) const {
    return sort == Sort::recent ? opened_at.micros : (next_due_at ? next_due_at->micros : INT64_MAX);
  }
};
using PipelinePage = db::PageOf<Line>;
PipelinePage pipeline(db::Transaction& tx, const PipelineQuery& query);

// Of each tab, in the order of `tabs`; maintained rows. No broker: of all.
std::vector<std::int64_t> tab_counts(db::Transaction& tx, identity::OrganisationId broker);
extern const std::string_view to_do_sql;  // how many, of the broker :organisation

// How many lines the filters leave, counted up to `most` + 1 and no further.
std::int64_t count_up_to(db::Transaction& tx, const PipelineQuery& query, int most);

}  // namespace credit::placement
