#include "floor/tables/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

[[noreturn]] void refuse(base::RefusalCode code) { throw Unreadable{{code}}; }

// "xl/workbook.xml" and "worksheets/sheet1.xml" → "xl/worksheets/sheet1.xml"
std::string resolved(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::vector<std::string_view> steps;
  if (const auto folder = part.rfind('/'); folder != std::string_view::npos)
    steps = base::split(part.substr(0, folder), '/');
  for (const auto step : base::split(target, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != ".") {
      steps.push_back(step);
    }
  }
  std::string name;
  for (const auto step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

struct Relation {
  std::string type, target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

// What a part points at, by id. The empty name is the package's own.
Relations relations_of(Package& package, const std::string& part) {
  const auto slash = part.rfind('/');
  const std::size_t folder = slash == std::string::npos ? 0 : slash + 1;
  const auto text = package.part(part.substr(0, folder) + "_rels/" + part.substr(folder) + ".rels");
  Relations relations;
  if (!text) return relations;
  const XmlPart xml(*text);
  for (const auto& node : xml.root().children()) {
    if (!is(node, "Relationship") || attribute(node, "TargetMode") == "External") continue;
    relations[std::string(attribute(node, "Id"))] = {std::string(attribute(node, "Type")),
                                                     resolved(part, attribute(node, "Target"))};
  }
  return relations;
}

std::string target_of_type(const Relations& relations, std::string_view ending) {
  for (const auto& [id, relation] : relations)
    if (relation.type.ends_with(ending)) return relation.target;
  return {};
}

bool truthy(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

// r:id, whatever the prefix.
std::string_view relation_id(const pugi::xml_node& sheet) {
  for (const auto& each : sheet.attributes())
    if (std::string_view(each.name()).ends_with(":id")) return each.value();
  return {};
}

std::string first_sheet(const pugi::xml_node& workbook, const Relations& relations) {
  for (const auto& sheet : child(workbook, "sheets").children()) {
    const std::string_view state = attribute(sheet, "state");
    if (!is(sheet, "sheet") || state == "hidden" || state == "veryHidden") continue;
    const auto relation = relations.find(relation_id(sheet));
    if (relation != relations.end() && relation->second.type.ends_with("/worksheet")) return relation->second.target;
  }
  refuse(no_sheet);
}

std::vector<std::string> strings_of(const std::string& text) {
  const XmlPart xml(text);
  std::vector<std::string> strings;
  std::int64_t bytes = 0;
  for (const auto& item : xml.root().children()) {
    if (!is(item, "si")) continue;
    strings.push_back(string_of(item));
    bytes += static_cast<std::int64_t>(strings.back().size());
    if (static_cast<int>(strings.size()) > most_cells.value() || bytes > most_part_bytes.value())
      refuse(too_many_cells);
  }
  return strings;
}

int number_or(std::string_view text, int otherwise) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

std::vector<Shown> styles_of(const std::string& text) {
  const XmlPart xml(text);
  std::map<int, Shown> spelled_out;
  for (const auto& format : child(xml.root(), "numFmts").children())
    spelled_out[number_or(attribute(format, "numFmtId"), -1)] = shown_by(attribute(format, "formatCode"));
  std::vector<Shown> styles;
  for (const auto& style : child(xml.root(), "cellXfs").children()) {
    if (!is(style, "xf")) continue;
    const int format = number_or(attribute(style, "numFmtId"), 0);
    const auto own = spelled_out.find(format);
    styles.push_back(own != spelled_out.end() ? own->second : shown_by_built_in(format));
  }
  return styles;
}

// "_x000D_", as strings of workbooks hold the characters that XML cannot.
std::string without_escapes(std::string text) {
  constexpr std::size_t length = 7;
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
    if (text.size() - at < length || text[at + length - 1] != '_') continue;
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
    if (error != std::errc{} || end != digits + 4) continue;
    // The underscore itself, line ends and tabs; other controls stand in no table.
    const bool kept = code == '_' || code == '\n' || code == '\t';
    text.replace(at, length, kept ? std::string(1, static_cast<char>(code)) : std::string());
    if (!kept) --at;
  }
  return text;
}

}  // namespace

XmlPart::XmlPart(std::string text) : text_(std::move(text)) {
  // Bounds what the tree can take: a node is made of at least one '<', an attribute of one '='.
  const auto marks = std::count_if(text_.begin(), text_.end(), [](char c) { return c == '<' || c == '='; });
  if (marks > most_marks.value()) refuse(bomb);
  const auto parsed =
      document_.load_buffer_inplace(text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed) refuse(damaged_workbook);
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1: the whole
}

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node) == name; }

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const auto& node : parent.children())
    if (is(node, name)) return node;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, const char* name) { return node.attribute(name).value(); }

std::string string_of(const pugi::xml_node& item) {
  std::string text;
  for (const auto& part : item.children()) {
    if (is(part, "t")) text += part.child_value();
    if (is(part, "r")) text += child(part, "t").child_value();
  }
  return without_escapes(std::move(text));
}

Workbook open_workbook(Package& package) {
  const auto kind = package.part("mimetype");
  if (kind && kind->starts_with("application/vnd.oasis.opendocument")) refuse(open_document);
  const std::string name = target_of_type(relations_of(package, ""), "/officeDocument");
  const auto text = package.part(name.empty() ? "xl/workbook.xml" : name);
  if (!text) refuse(not_a_table);  // a ZIP archive of something else
  const XmlPart xml(*text);
  if (!is(xml.root(), "workbook")) refuse(not_a_table);
  const Relations relations = relations_of(package, name);
  Workbook book;
  if (truthy(attribute(child(xml.root(), "workbookPr"), "date1904"))) book.dates = DateSystem::from_1904;
  book.sheet = first_sheet(xml.root(), relations);
  if (const auto strings = package.part(target_of_type(relations, "/sharedStrings")))
    book.strings = strings_of(*strings);
  if (const auto styles = package.part(target_of_type(relations, "/styles"))) book.styles = styles_of(*styles);
  return book;
}

}  // namespace tables
