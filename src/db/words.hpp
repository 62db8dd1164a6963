// The words of a search as conditions on a folded column: every word must stand in it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/value.hpp"

namespace db {

class Words {
 public:
  static constexpr std::size_t most = 5;  // more are not looked for: few texts of SQL exist, each prepared once

  // `folded`: what base::fold() left of the search, so that no word holds a wildcard of LIKE.
  explicit Words(std::string_view folded);

  bool empty() const { return words_.empty(); }
  const std::vector<std::string>& words() const& { return words_; }  // as looked for, at most `most`
  std::vector<std::string> words() && { return std::move(words_); }
  // "column LIKE :word0 AND column LIKE :word1"; "1 = 1" when there is no word. `column` is trusted text.
  std::string in(std::string_view column) const;
  void add_to(std::vector<Param>& params) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace db
