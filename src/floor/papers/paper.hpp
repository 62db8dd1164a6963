// Documents that Mandat draws: comparisons, policies, invoices, statements. A4, French typography, tables that go on
// over pages, a footer with page x / y; the font is embedded. Laid out by Pango, written by cairo.
//
//   papers::Paper paper({.title = "Comparatif", .author = "Cabinet Morel", .made = now});
//   paper.heading("Offres reçues");
//   paper.table({.columns = {{"Assureur", 3}, {"Prime minimale", 2, papers::Side::end}}, .rows = {…}});
//   std::string pdf = paper.finish();
//
// Texts are valid UTF-8 (asserted), with the no-break spaces that base::french gives. A document of 2 000 rows takes
// about a second: draw it on a route of Pace::waits, or in a worker.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.hpp"

namespace papers {

enum class Orientation : std::uint8_t { portrait, landscape };
enum class Side : std::uint8_t { start, end };  // amounts stand at the end
enum class Tone : std::uint8_t { none, good, warn, bad, mute };
enum class Weight : std::uint8_t { plain, strong, quiet };  // quiet: smaller and grey

struct About {
  std::string title;  // of the file, and of the first page unless it is empty there
  std::string author;
  std::string subject = {};
  base::Instant made;
  std::string footer = {};  // at the left of "Page 1 / 3": the firm's legal line
  Orientation orientation = Orientation::portrait;
};

struct PaperColumn {
  std::string label;
  int share = 1;  // of the width, beside the others
  Side side = Side::start;
};
struct PaperCell {
  std::string text;
  Tone tone = Tone::none;  // a soft ground; the text must say the same
  PaperCell(std::string t, Tone of = Tone::none) : text(std::move(t)), tone(of) {}
  PaperCell(const char* t) : text(t) {}
};
struct PaperRow {
  std::vector<PaperCell> cells;   // as many as columns
  Weight weight = Weight::plain;  // strong: a total
};
struct PaperTable {
  std::vector<PaperColumn> columns;
  std::vector<PaperRow> rows;
};

using Facts = std::vector<std::pair<std::string, std::string>>;  // label and value

struct Letterhead {
  std::vector<std::string> sender;     // the first line stronger
  std::vector<std::string> recipient;  // at the right
};

class Paper {
 public:
  explicit Paper(About about) : about_(std::move(about)) {}

  void letterhead(Letterhead head) { blocks_.emplace_back(std::move(head)); }
  void title(std::string text) { blocks_.emplace_back(Text{std::move(text), Style::title}); }
  void heading(std::string text) { blocks_.emplace_back(Text{std::move(text), Style::heading}); }  // never ends a page
  void subheading(std::string text) { blocks_.emplace_back(Text{std::move(text), Style::subheading}); }
  void paragraph(std::string text, Weight weight = Weight::plain);  // line ends are kept
  void bullets(std::vector<std::string> items);
  void facts(Facts facts) { blocks_.emplace_back(std::move(facts)); }
  void table(PaperTable table);  // asserts that each row has as many cells as columns
  void note(std::string text, Tone tone = Tone::mute) {
    blocks_.emplace_back(Note{std::move(text), tone});
  }  // in a box
  void gap() { blocks_.emplace_back(Gap{}); }
  void new_page() { blocks_.emplace_back(PageBreak{}); }

  // The PDF. Throws std::runtime_error when cairo cannot write it.
  std::string finish() const;

  enum class Style : std::uint8_t { title, heading, subheading, body, strong, quiet, bullet };
  struct Text {
    std::string text;
    Style style;
  };
  struct Note {
    std::string text;
    Tone tone;
  };
  struct Gap {};
  struct PageBreak {};
  using Block = std::variant<Text, Letterhead, Facts, PaperTable, Note, Gap, PageBreak>;

 private:
  About about_;
  std::vector<Block> blocks_;
};

}  // namespace papers
