// Internal to the file's folder: the files of one organisation, from one side, in memory: columns to test, orders to
// walk, words to look up. Pure: rows are given to it (file_shelf_store.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "desks/motor/file/file_list.hpp"
#include "floor/lists/few_texts.hpp"
#include "floor/lists/orders.hpp"
#include "floor/lists/places.hpp"

namespace motor::file {

using lists::Places;

// What a person has seen: how many documents, of each file he opened, by id.
using Seen = std::vector<std::pair<FileId, std::int64_t>>;

// Not thread-safe: reading builds what is asked for the first time.
class Shelf {
 public:
  using File = std::shared_ptr<const Listed>;

  void replace_all(std::vector<File> files);  // by id
  void put(File file);                        // new, or in place of what it was
  void take(FileId id);                       // it is not listed any more; may be absent

  std::size_t size() const { return ids_.size(); }
  Places fresh(const Seen& seen) const;  // with documents that are not among those seen
  // Of the fresh ones, posted after `dismissed`: the latest first.
  std::vector<File> latest(const Places& fresh, base::Instant dismissed, std::size_t most) const;

  struct Answer {
    ListPage page;
    std::int64_t shown;  // lines that the tab and the filters leave
  };
  Answer find(const ListQuery& query, const Places& fresh);
  std::vector<FileId> with_word(std::string_view word, std::size_t most);  // the newest first

 private:
  using Place = lists::Place;
  static constexpr char before_field = '\x01';                  // sorts before any character of a word
  static constexpr std::size_t order_count = column_count + 1;  // a plate has two: as written, as it is found
  static constexpr std::size_t by_plate_key = column_count;

  std::size_t place_of(FileId id) const;  // where it stands, or would
  void fill_columns(std::size_t place);
  void forget_orders();
  int compare(std::size_t order, Place a, Place b) const;
  auto before() const {
    return [this](std::size_t order, Place a, Place b) { return compare(order, a, b) < 0; };
  }
  const std::vector<Place>& order(std::size_t which);
  void leave_words(Place place);
  void join_words(Place place);
  const std::map<std::string, std::vector<Place>, std::less<>>& words();

  Places chosen(const ListQuery& query, const Places& fresh);
  void keep_columns(Places& places, const ListQuery& query, const Places& fresh) const;
  void keep_insurer(Places& places, const std::string& typed) const;
  Places beginning(std::size_t which, const std::string& beginning, std::string (*key)(const Listed&));
  Places with_beginning(std::string_view word, std::string_view field);
  void walk(const ListQuery& query, const Places* chosen, const Places& fresh, ListPage& page);

  std::vector<FileId> ids_;  // sorted: the place of a file is that of its id
  std::vector<File> files_;
  std::vector<std::uint8_t> state_;
  std::vector<std::int64_t> posted_, amount_;             // -1: no amount
  std::vector<std::int32_t> claim_day_, inspection_day_;  // days since the epoch; unknown ones before all
  std::vector<std::uint32_t> insurer_, siret_, cabinet_;
  lists::FewTexts insurers_, sirets_, cabinets_;

  lists::Orders<order_count> orders_;
  std::map<std::string, std::vector<Place>, std::less<>> words_;  // the word, its field; sorted places
  bool worded_ = false;
};

}  // namespace motor::file
