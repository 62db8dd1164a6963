#include "floor/lists/word_parts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace lists {
namespace {

constexpr std::size_t size = 70;

std::string drawn(int longest) {
  std::string text;
  for (int i = *rc::gen::inRange(0, longest); i > 0; --i) text += *rc::gen::element('a', 'b', '0', '1');
  return text;
}
std::string drawn_text() {
  std::string text;
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) text += (text.empty() ? "" : " ") + drawn(6);
  return text;
}

// Whatever was added and removed before, the places found are those whose text has the part within one word.
RC_GTEST_PROP(WordParts, P14_finds_any_part_of_a_word_and_nothing_else, ()) {
  WordParts words;
  std::map<Place, std::string> texts;
  for (int turn = 0; turn < 60; ++turn) {
    const Place place = *rc::gen::inRange<Place>(0, size);
    if (const auto known = texts.find(place); known != texts.end()) words.remove(place, known->second);
    texts[place] = drawn_text();
    words.add(place, texts[place]);
  }
  for (int asked = 0; asked < 20; ++asked) {
    const std::string part = drawn(4);
    const auto found = words.with(part, size);
    for (Place place = 0; place < size; ++place) {
      const auto known = texts.find(place);
      const bool has = known != texts.end() && known->second.find(part) != std::string::npos;
      RC_ASSERT(found.has(place) == (has && !part.empty()));
    }
  }
}

TEST(WordParts, P14_are_found_in_the_middle_and_at_the_end) {
  WordParts words;
  words.add(0, "t 2026 000123 durand 0639980001");
  words.add(1, "t 2026 000124 durance");
  const auto with = [&](std::string_view part) {
    const auto found = words.with(part, 2);
    return std::pair(found.has(0), found.has(1));
  };
  EXPECT_EQ(with("duran"), (std::pair(true, true)));
  EXPECT_EQ(with("rand"), (std::pair(true, false)));
  EXPECT_EQ(with("0001"), (std::pair(true, true)));
  EXPECT_EQ(with("80001"), (std::pair(true, false)));
  EXPECT_EQ(with("123 d"), (std::pair(false, false))) << "a part lies within one word";
  words.remove(0, "t 2026 000123 durand 0639980001");
  EXPECT_EQ(with("duran"), (std::pair(false, true)));
}

}  // namespace
}  // namespace lists
