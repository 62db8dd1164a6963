#include "web/json.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace web {

std::optional<Json> parse_json(std::string_view text) {
  std::vector<std::set<std::string>> names;  // of the objects under way
  bool sound = true;
  const auto check = [&](int depth, Json::parse_event_t event, Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start: names.emplace_back(); break;
      case Json::parse_event_t::object_end: names.pop_back(); break;
      case Json::parse_event_t::key: sound = sound && names.back().insert(parsed.get<std::string>()).second; break;
      case Json::parse_event_t::array_start:
      case Json::parse_event_t::array_end:
      case Json::parse_event_t::value: break;
    }
    sound = sound && depth <= max_json_depth;
    return true;
  };
  Json value = Json::parse(text, check, /*allow_exceptions=*/false);
  if (!sound || value.is_discarded()) return std::nullopt;
  return value;
}

}  // namespace web
