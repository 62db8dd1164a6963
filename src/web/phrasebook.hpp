// The French sentence of each refusal: chosen here, at the edge, from the code that the rules return.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/outcome.hpp"

namespace web {

// One line of a part's sentences. {0}, {1}… stand for the refusal's details.
struct Sentence {
  std::string_view code;  // RefusalCode::name
  std::string_view french;
};

class Phrasebook {
 public:
  // The texts behind the views must outlive the book: they are constants. A code may have one sentence only.
  void add(std::span<const Sentence> sentences);

  bool knows(std::string_view code) const { return sentences_.contains(code); }

  // A code without a sentence is a bug: asserted in debug builds. In a release, a neutral sentence says that the
  // request was refused, since ending the process for want of words would lose more.
  std::string sentence(const base::Refusal& refusal) const;

 private:
  std::unordered_map<std::string_view, std::string_view> sentences_;
};

}  // namespace web
