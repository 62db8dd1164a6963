// Texts of which a list has few (insurers, kinds): a column holds their numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lists {

class FewTexts {
 public:
  std::uint32_t number(std::string_view text) {  // from 0, as they come
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(text, number);
    return number;
  }
  const std::vector<std::string>& texts() const { return texts_; }
  template <class Test>
  std::vector<bool> those(Test test) const {  // by number: whether test(text) holds
    std::vector<bool> found;
    for (const std::string& text : texts_) found.push_back(test(text));
    return found;
  }

 private:
  std::vector<std::string> texts_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

}  // namespace lists
