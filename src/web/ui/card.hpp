// Cards and what stands in them on a file page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "web/html/markup.hpp"
#include "web/ui/action.hpp"
#include "web/ui/value.hpp"

namespace web::ui {

struct Card {
  std::string title;
  std::optional<Icon> icon = {};
  std::optional<Action> action = {};  // beside the title, quiet
  std::string id = {};                // for links to this part of the page
};
html::Markup card(const Card& card, const html::Markup& body);

// The one thing of a plain page: a title, a sentence, a form. Its title is the page's.
html::Markup sheet(std::string_view title, std::string_view lead, const html::Markup& body);

// A page in two columns: what happens, and what is known.
html::Markup two_columns(const html::Markup& wide, const html::Markup& narrow);  // one alone takes the whole width
html::Markup halves(const html::Markup& left, const html::Markup& right);        // two of a kind, side by side
html::Markup stack(const std::vector<html::Markup>& parts);                      // one under the other, evenly spaced

// An act that waits behind its name, opened without script; open at once when its form is to be corrected.
enum class Fold { closed, open };
html::Markup disclosure(std::string_view name, Fold fold, const html::Markup& body);

// A list of things, each with what stands at its end: a pill, a badge, a date.
struct Line {
  Value what;
  std::string detail = {};  // quieter, under it
  Value end = {};           // nothing shown when empty
};
html::Markup lines(const std::vector<Line>& lines, std::string_view when_none);

struct Fact {
  std::string label;
  Value value;
};
html::Markup facts(const std::vector<Fact>& facts);

struct Stat {
  std::string label;
  Value value;
  std::string hint = {};
  Tone tone = Tone::neutral;
  std::optional<html::Url> url = {};
};
html::Markup stat_tiles(const std::vector<Stat>& stats);

}  // namespace web::ui
