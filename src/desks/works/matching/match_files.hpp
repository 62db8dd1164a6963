// The files of `mandat match` (docs/match.md): tradesmen and queries as CSV, so that anyone can check the answers.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "desks/works/matching/firm_index.hpp"

namespace works::matching {

// Says the line and what is wrong there, in English: it is read by who runs the command.
class MatchFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Query {
  std::string qid;
  Search search;
};

// Columns are found by the names of the first line, in any order; others are ignored.
std::vector<IndexedFirm> read_tradesmen(std::string_view csv);       // id,lon_e6,lat_e6,radius_m,rating,trades,busy
std::vector<Query> read_queries(std::string_view csv, Order order);  // qid,lon_e6,lat_e6,trade,day

std::string answer_line(const Query& query, const std::vector<Found>& found);  // "qid;id,id,…\n"

}  // namespace works::matching
