// The French sentence of each fact of the desk, for timelines and the administrator's journal.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icon.hpp"
#include "web/ui/tone.hpp"

namespace credit::file {

struct FactWord {
  std::string_view code;
  std::string_view sentence;  // {insurer} is its name
  web::ui::Icon icon;
  web::ui::Tone tone;
};
std::span<const FactWord> fact_words();
const FactWord* find_fact_word(std::string_view code);

}  // namespace credit::file
