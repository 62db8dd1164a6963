// The list that the matrix, the comparison of offers and the policy read: every buyer of a placement, at the exposure
// last asked for, with where each insurer stands on him over all tests (C5.newest).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/standing_rules.hpp"

namespace credit::blind_test {

struct CoverList {
  std::vector<TestLine> lines;                            // `asked` is the exposure to cover; the largest first
  std::map<std::string, std::vector<Standing>> insurers;  // by slug, of each line; none that was never asked

  const std::vector<Standing>* of(const std::string& insurer) const;
};
CoverList cover_list_of(db::Transaction& tx, PlacementId placement);

// The last day of the first of an insurer's limits to end, or that has ended (C9.stale_limits).
std::optional<base::Day> first_to_end(const std::vector<Standing>& standings);
std::optional<base::Day> first_to_end(db::Transaction& tx, PlacementId placement, const std::string& insurer);

// Store. Replaces the list, the lines numbered from 1.
void keep_cover_list(db::Transaction& tx, PlacementId placement, const std::vector<TestLine>& lines);
std::vector<TestLine> cover_lines(db::Transaction& tx, PlacementId placement);
std::vector<TestLine> cover_lines(db::Transaction& tx, PlacementId placement, Window window);
// Each time an insurer was asked about a buyer of these lines, oldest test first.
using AskingReader = std::function<void(std::string_view insurer, int line, const Asking&)>;
void each_asking(db::Transaction& tx, PlacementId placement, Window window, const AskingReader& read);

}  // namespace credit::blind_test
