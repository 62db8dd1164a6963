#include "web/path_table.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace web {

namespace {

constexpr std::array methods = {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del};

// "/a/b" -> "a", leaving "/b".
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

}  // namespace

PathTable::Node& PathTable::Node::literal(std::string_view segment) {
  auto place = std::lower_bound(literals.begin(), literals.end(), segment,
                                [](const auto& entry, std::string_view key) { return entry.first < key; });
  if (place == literals.end() || place->first != segment)
    place = literals.emplace(place, std::string(segment), std::make_unique<Node>());
  return *place->second;
}

const PathTable::Node* PathTable::Node::find_literal(std::string_view segment) const {
  const auto place = std::lower_bound(literals.begin(), literals.end(), segment,
                                      [](const auto& entry, std::string_view key) { return entry.first < key; });
  return place != literals.end() && place->first == segment ? place->second.get() : nullptr;
}

bool PathTable::Node::ends_here() const {
  return std::any_of(rows.begin(), rows.end(), [](std::size_t row) { return row != none; });
}

void PathTable::add(Method method, std::string_view pattern, std::size_t index) {
  MANDAT_ASSERT(pattern.starts_with('/'));
  Node* node = &root_;
  for (std::string_view rest = pattern == "/" ? "" : pattern; !rest.empty();) {
    const std::string_view segment = take_segment(rest);
    MANDAT_ASSERT(!segment.empty());
    if (segment == "{}") {
      if (!node->parameter) node->parameter = std::make_unique<Node>();
      node = node->parameter.get();
    } else {
      node = &node->literal(segment);
    }
  }
  std::size_t& row = node->rows[static_cast<std::size_t>(method)];
  MANDAT_ASSERT(row == none);
  row = index;
}

// Where `/a/{}` and `/{}/b` both stand, "/a/b" takes the first and "/c/b" falls back to the second.
const PathTable::Node* PathTable::find(const Node& node, std::string_view rest,
                                       std::vector<std::string_view>& captured) {
  if (rest.empty()) return node.ends_here() ? &node : nullptr;
  const std::string_view segment = take_segment(rest);
  if (const Node* next = node.find_literal(segment))
    if (const Node* found = find(*next, rest, captured)) return found;
  if (!node.parameter) return nullptr;
  captured.push_back(segment);
  if (const Node* found = find(*node.parameter, rest, captured)) return found;
  captured.pop_back();
  return nullptr;
}

PathTable::Match PathTable::match(Method method, std::string_view path) const {
  MANDAT_ASSERT(path.starts_with('/'));
  Match match;
  std::vector<std::string_view> captured;
  const Node* node = find(root_, path == "/" ? "" : path, captured);
  if (node == nullptr) return match;

  std::size_t row = node->row(method);
  if (row == none && method == Method::head) row = node->row(Method::get);
  if (row != none) {
    match.verdict = Verdict::found;
    match.index = row;
    match.parameters.assign(captured.begin(), captured.end());
    return match;
  }
  match.verdict = Verdict::no_such_method;
  for (const Method known : methods) {
    const bool by_get = known == Method::head && node->row(Method::get) != none;
    if (node->row(known) == none && !by_get) continue;
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += to_text(known);
  }
  return match;
}

}  // namespace web
