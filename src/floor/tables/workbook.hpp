// The parts of a workbook that its sheets refer to (P13). Internal to read_xlsx().
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "floor/tables/grid.hpp"
#include "floor/tables/numbers.hpp"
#include "floor/tables/package.hpp"

namespace tables {

// A part parsed in the memory of its own text. Names are compared without their namespace's prefix, which writers
// choose freely.
class XmlPart {
 public:
  explicit XmlPart(std::string text);  // throws Unreadable
  pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string text_;
  pugi::xml_document document_;
};

std::string_view local_name(const pugi::xml_node& node);
bool is(const pugi::xml_node& node, std::string_view name);
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
std::string_view attribute(const pugi::xml_node& node, const char* name);

// The text of a string item or an inline string: its <t>, or those of its runs; phonetic readings left out.
std::string string_of(const pugi::xml_node& item);

struct Workbook {
  std::string sheet;  // the name of the first visible sheet's part
  DateSystem dates = DateSystem::from_1900;
  std::vector<std::string> strings;  // shared
  std::vector<Shown> styles;         // by the number of a cell's style
};
Workbook open_workbook(Package& package);  // throws Unreadable

}  // namespace tables
