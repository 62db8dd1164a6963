// How a desk tells a fact: the French sentence of timelines and of the administrators' journal.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icon.hpp"
#include "web/ui/tone.hpp"

namespace audit {

struct FactWord {
  std::string_view code;
  std::string_view sentence;  // a name in braces is filled by the desk
  web::ui::Icon icon;
  web::ui::Tone tone;
};

inline const FactWord* find_word(std::span<const FactWord> words, std::string_view code) {
  for (const FactWord& word : words)
    if (word.code == code) return &word;
  return nullptr;
}

}  // namespace audit
