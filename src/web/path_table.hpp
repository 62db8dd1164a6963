// Which row of the route table answers a request: patterns such as `/travaux/dossiers/{}` laid out as a tree of
// segments.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/http.hpp"

namespace web {

class PathTable {
 public:
  enum class Verdict { found, no_such_path, no_such_method };

  struct Match {
    Verdict verdict = Verdict::no_such_path;
    std::size_t index = 0;                // of the row, when found
    std::vector<std::string> parameters;  // the segments that stood at `{}`, in order; never empty strings
    std::string allow;                    // for no_such_method: the `Allow` header
  };

  // `pattern` begins with '/'; a segment is a literal or `{}`. The same method and pattern twice is a bug.
  void add(Method method, std::string_view pattern, std::size_t index);

  // `path`: canonical and decoded (Request::path). A literal wins over `{}`; HEAD falls back to GET.
  Match match(Method method, std::string_view path) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;  // ordered by segment
    std::unique_ptr<Node> parameter;
    std::array<std::size_t, 6> rows = {none, none, none, none, none, none};  // by Method

    Node& literal(std::string_view segment);
    const Node* find_literal(std::string_view segment) const;
    std::size_t row(Method method) const;  // `none` when there is none
  };

  struct Search;
  static std::size_t find(const Node& node, std::string_view rest, Search& search);

  Node root_;
};

}  // namespace web
