#include "web/phrasebook.hpp"

#include "base/assert.hpp"

namespace web {

namespace {

constexpr std::string_view neutral = "Cette demande ne peut pas être acceptée.";

// Replaces {0}…{9}; what has no detail is left out.
std::string filled(std::string_view french, const std::vector<std::string>& details) {
  std::string text;
  text.reserve(french.size() + 32);
  for (std::size_t i = 0; i < french.size(); ++i) {
    const bool place = french[i] == '{' && i + 2 < french.size() && french[i + 2] == '}' && french[i + 1] >= '0' &&
                       french[i + 1] <= '9';
    if (!place) {
      text += french[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(french[i + 1] - '0');
    if (index < details.size()) text += details[index];
    i += 2;
  }
  return text;
}

}  // namespace

void Phrasebook::add(std::span<const Sentence> sentences) {
  for (const Sentence& sentence : sentences) {
    const bool added = sentences_.emplace(sentence.code, sentence.french).second;
    MANDAT_ASSERT(added);
  }
}

std::string Phrasebook::sentence(const base::Refusal& refusal) const {
  const auto found = sentences_.find(refusal.code.name);
  if (found == sentences_.end()) {
#ifndef NDEBUG
    MANDAT_ASSERT(found != sentences_.end());
#endif
    return std::string(neutral);
  }
  return filled(found->second, refusal.details);
}

}  // namespace web
