// Internal to the claim's folder: the claims of one broker in memory (ADR 15): columns to test, orders to walk, words
// to look up. Pure: rows are given to it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desks/works/claim/claim_list.hpp"
#include "floor/lists/few_texts.hpp"
#include "floor/lists/orders.hpp"
#include "floor/lists/places.hpp"
#include "floor/lists/word_parts.hpp"

namespace works::claim {

// Not thread-safe: reading builds what is asked for the first time.
class Shelf {
 public:
  using Claim = std::shared_ptr<const Listed>;

  void replace_all(std::vector<Claim> claims);  // by id
  void put(Claim claim);                        // new, or in place of what it was

  std::size_t size() const { return ids_.size(); }

  struct Answer {
    ListPage page;
    std::int64_t shown;  // claims that the tab and the filters leave
  };
  Answer find(const ListQuery& query);  // whatever its broker

 private:
  using Place = lists::Place;
  static constexpr std::size_t sort_count = 2;

  void fill_columns(std::size_t place);
  auto before() const {
    return [this](std::size_t which, Place a, Place b) {
      return std::pair(keys_[which][a], a) < std::pair(keys_[which][b], b);
    };
  }
  void keep_words(lists::Places& places, const std::string& search);
  lists::Places chosen(const ListQuery& query);
  ListPage page(const ListQuery& query, const lists::Places* chosen);

  std::vector<ClaimId> ids_;  // sorted: the place of a claim is that of its id
  std::vector<Claim> claims_;
  std::array<std::vector<std::int64_t>, sort_count> keys_;  // what each order sorts by
  std::vector<std::uint8_t> tabs_;                          // those it stands in, a bit each
  std::vector<std::uint32_t> kind_, insurer_;
  lists::FewTexts kinds_, insurers_;
  lists::Orders<sort_count> orders_;
  std::optional<lists::WordParts> words_;  // from the first search on
};

}  // namespace works::claim
