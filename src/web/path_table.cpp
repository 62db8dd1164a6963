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

std::size_t PathTable::Node::row(Method method) const {
  const std::size_t own = rows[static_cast<std::size_t>(method)];
  return own == none && method == Method::head ? rows[static_cast<std::size_t>(Method::get)] : own;
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

struct PathTable::Search {
  Method method;
  std::vector<std::string_view> captured = {};
  std::array<bool, methods.size()> others = {};  // methods that the path has, in their order
  bool path_known = false;
};

// Where `/a/{}` and `/{}/b` both stand, "/a/b" takes the first if it has the method, and else the second.
std::size_t PathTable::find(const Node& node, std::string_view rest, Search& search) {
  if (rest.empty()) {
    for (std::size_t i = 0; i < methods.size(); ++i)
      if (node.row(methods[i]) != none) search.path_known = search.others[i] = true;
    return node.row(search.method);
  }
  const std::string_view segment = take_segment(rest);
  if (const Node* next = node.find_literal(segment))
    if (const std::size_t row = find(*next, rest, search); row != none) return row;
  if (!node.parameter) return none;
  search.captured.push_back(segment);
  const std::size_t row = find(*node.parameter, rest, search);
  if (row == none) search.captured.pop_back();
  return row;
}

PathTable::Match PathTable::match(Method method, std::string_view path) const {
  MANDAT_ASSERT(path.starts_with('/'));
  Match match;
  Search search{method};
  match.index = find(root_, path == "/" ? "" : path, search);
  if (match.index != none) {
    match.verdict = Verdict::found;
    match.parameters.assign(search.captured.begin(), search.captured.end());
  } else if (search.path_known) {
    match.verdict = Verdict::no_such_method;
    for (std::size_t i = 0; i < methods.size(); ++i)
      if (search.others[i]) match.allow.append(match.allow.empty() ? "" : ", ").append(to_text(methods[i]));
  }
  return match;
}

}  // namespace web
