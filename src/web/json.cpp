#include "web/json.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace web {

namespace {

struct Unsound {};  // the library's only way to stop early: a megabyte of `[` would cost seconds

}  // namespace

std::optional<Json> parse_json(std::string_view text) {
  std::vector<std::set<std::string>> names;  // of the objects under way
  const auto check = [&](int depth, Json::parse_event_t event, Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
      case Json::parse_event_t::array_start:
        if (depth >= max_json_depth) throw Unsound{};
        if (event == Json::parse_event_t::object_start) names.emplace_back();
        break;
      case Json::parse_event_t::object_end:
        names.pop_back();
        break;
      case Json::parse_event_t::key:
        if (!names.back().insert(parsed.get<std::string>()).second) throw Unsound{};
        break;
      case Json::parse_event_t::array_end:
      case Json::parse_event_t::value:
        break;
    }
    return true;
  };
  try {
    Json value = Json::parse(text, check, /*allow_exceptions=*/false);
    if (value.is_discarded()) return std::nullopt;
    return value;
  } catch (const Unsound&) {
    return std::nullopt;
  }
}

}  // namespace web
