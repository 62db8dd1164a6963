#include "db/words.hpp"

namespace db {
namespace {

constexpr std::string_view names[Words::most] = {"word0", "word1", "word2", "word3", "word4"};

}  // namespace

Words::Words(std::string_view folded) {
  while (!folded.empty() && words_.size() < most) {
    const auto end = folded.find(' ');
    const auto word = folded.substr(0, end);
    if (!word.empty()) words_.emplace_back(word);
    if (end == std::string_view::npos) break;
    folded.remove_prefix(end + 1);
  }
}

std::string Words::in(std::string_view column) const {
  if (words_.empty()) return "1 = 1";
  std::string condition;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (i > 0) condition += " AND ";
    condition.append(column).append(" LIKE :").append(names[i]);
  }
  return condition;
}

void Words::add_to(std::vector<Param>& params) const {
  for (std::size_t i = 0; i < words_.size(); ++i) params.emplace_back(names[i], "%" + words_[i] + "%");
}

}  // namespace db
